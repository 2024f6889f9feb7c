-- Writes the letters that have become due, each with its coupon in the same statement. The unique key (lapse, rung)
-- makes a second run write nothing. Follows judged.sql.
, written as (
  insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on,
                      height, gives, cost, let_on, mail_group)
  select lapse_id, customer_id, rung, state, reason, percent, template_id, :day,
         height, gives, cost, let_on,
         -- one that waits for a reason gets its line when it goes: its customer may have another address by then
         case when state = 'PLANNED' then (select mail_group_of(c.email) from customer c where c.id = judged.customer_id) end
    from judged
   where letter_id is null and state is not null
   order by lapse_id
  on conflict (lapse_id, rung) where resend_of is null and rung >= 0 do nothing
  returning id, lapse_id, rung, state),
minted as (
  insert into coupon (code, letter_id, customer_id, lapse_id, percent, gives, offer_kind, valid_until)
  select coupon_code(), w.id, j.customer_id, j.lapse_id, j.percent, j.gives, j.offer_kind, :day + j.coupon_days
    from written w
    join judged j on j.lapse_id = w.lapse_id and j.rung = w.rung
   where w.state <> 'CONTROL' and (j.percent > 0 or j.gives is not null))
select count(*) from written
