-- A letter of the past to the open lapse of a customer, on the rung of his silence on that day, with its coupon; :kept: he was
-- kept back from it to compare with. Its fields are filled as those of a letter that leaves.
with open_lapse as (
  select l.id, l.customer_id, c.email, :day::date - l.silent_since as silent, l.silent_since, p.items, coupon_code() as code
    from lapse l
    join customer c on c.id = l.customer_id
    left join lateral (select q.items from purchase q
                        where q.customer_id = l.customer_id and q.counting and q.purchased_at <= :at
                        order by q.purchased_at desc limit 1) p on true
   where c.ref = :ref and l.stage in (/*open stages*/)
), step as (
  select r.number, r.percent, r.template_id, t.subject, t.body, t.fallbacks
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
         s.subject, f.text, '<demo-' || o.id || '-' || s.number || '@example.org>', :at, :at, :at, :at, :at, 250, '250 2.0.0 Ok'
    from open_lapse o
   cross join step s
   cross join lateral (
     select replace(replace(replace(replace(replace(replace(replace(s.body, '**', ''), '{{percent}}', s.percent::text), '{{coupon}}', o.code),
              '{{valid_until}}', to_char(:day::date + 30, 'FMDD FMMonth YYYY')), '{{silent_days}}', o.silent::text),
              '{{last_purchase_day}}', to_char(o.silent_since, 'FMDD FMMonth YYYY')),
              '{{last_purchase_goods}}', coalesce(o.items, s.fallbacks ->> 'last_purchase_goods', '')) as text) f
   where not :kept and o.email is not null
  on conflict do nothing
  returning id, lapse_id, customer_id, percent
)
insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
select o.code, e.id, e.customer_id, e.lapse_id, e.percent, :day::date + 30
  from sent e cross join open_lapse o
