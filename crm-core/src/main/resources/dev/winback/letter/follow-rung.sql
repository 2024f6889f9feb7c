-- Letters that have not left follow their rung: its words, its percent (or the other one of a comparison), what it gives and the validity of its coupon; a
-- rung that offers nothing takes the coupons back, one that offers something gives those that had none. What a person let go
-- was another letter: where the rung is reviewed, it waits for a person again.
with split as (
  select max(other) as other from rung_split where rung = :rung and ended_on is null),
following as (
  update letter
     set percent = rung_percent(:percent, split.other, lapse_id), gives = :gives, template_id = :template, released_by = null, released_at = null,
         version = version + 1
    from split
   where rung = :rung and state in ('PLANNED', 'HELD') and resend_of is null
     -- news keep the words they were published with
     and not exists (select from prompt p where p.id = letter.prompt_id and p.news_id is not null)
     and ((percent, gives, template_id) is distinct from (rung_percent(:percent, split.other, lapse_id), :gives::text, :template)
          or exists (select from coupon k where k.letter_id = letter.id and k.offer_kind is distinct from :offerKind::text))
  returning id, customer_id, lapse_id, due_on, percent),
changed as (
  update coupon k
     set percent = f.percent, gives = :gives, offer_kind = :offerKind, valid_until = f.due_on + :couponDays,
         void_at = case when :percent = 0 and :gives::text is null then clock_timestamp() end
    from following f
   where k.letter_id = f.id),
minted as (
  insert into coupon (code, letter_id, customer_id, lapse_id, percent, gives, offer_kind, valid_until)
  select coupon_code(), f.id, f.customer_id, f.lapse_id, f.percent, :gives, :offerKind, f.due_on + :couponDays
    from following f
   where (:percent > 0 or :gives::text is not null) and not exists (select from coupon k where k.letter_id = f.id))
select count(*) from following
