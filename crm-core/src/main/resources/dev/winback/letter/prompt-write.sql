-- One letter for each prompt, with its coupon where its kind offers something; the unique key makes a second run write
-- nothing. News keep the words they were published with.
with written as (
  insert into letter (lapse_id, customer_id, origin_id, prompt_id, rung, state, percent, gives, template_id, due_on)
  select p.lapse_id, p.customer_id, p.origin_id, p.id, p.rung, 'PLANNED', r.percent, r.gives, coalesce(n.template_id, r.template_id), :day
    from prompt p
    join rung r on r.number = p.rung
    left join news n on n.id = p.news_id
   where p.id = any (:prompts)
   order by p.id
  on conflict do nothing
  returning id, lapse_id, customer_id, origin_id, rung, percent, gives),
minted as (
  insert into coupon (code, letter_id, customer_id, origin_id, lapse_id, percent, gives, offer_kind, valid_until)
  select coupon_code(), w.id, w.customer_id, w.origin_id, w.lapse_id, w.percent, w.gives, r.offer_kind, :day + r.coupon_days
    from written w
    join rung r on r.number = w.rung
   where w.percent > 0 or w.gives is not null)
select id from written
