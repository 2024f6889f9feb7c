-- A letter of the past to the open lapse of a customer, on the rung of his silence on that day, with its coupon; :kept: he was
-- kept back from it to compare with.
with open_lapse as (
  select l.id, l.customer_id, c.email, :day::date - l.silent_since as silent
    from lapse l join customer c on c.id = l.customer_id
   where c.ref = :ref and l.stage in (/*open stages*/)
), step as (
  select r.number, r.percent, r.template_id, t.subject, t.body
    from rung r join template t on t.id = r.template_id
   where r.days <= (select silent from open_lapse)
   order by r.days desc limit 1
), kept as (
  insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on, planned_at)
  select o.id, o.customer_id, s.number, 'CONTROL', 'CONTROL', s.percent, s.template_id, :day, :at
    from open_lapse o, step s
   where :kept and o.email is not null
  on conflict do nothing
), sent as (
  insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address, address_hash,
                      subject, text, message_id, planned_at, claimed_at, announced_at, sent_at, ended_at, smtp_code, smtp_reply)
  select o.id, o.customer_id, s.number, 'SENT', s.percent, s.template_id, :day, o.email, address_hash(o.email),
         s.subject, s.body, '<demo-' || o.id || '-' || s.number || '@example.org>', :at, :at, :at, :at, :at, 250, '250 2.0.0 Ok'
    from open_lapse o, step s
   where not :kept and o.email is not null
  on conflict do nothing
  returning id, lapse_id, customer_id, percent
)
insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
select coupon_code(), id, customer_id, lapse_id, percent, :day::date + 30 from sent
