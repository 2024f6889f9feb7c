-- Whoever the rung reaches until :until, with what a letter may say about him. Letters beside the ladder could reach everybody
-- with an open loss. What only some rungs need is read only for them.
with r as (select * from rung where number = :rung)
select a.ref, a.display_name, a.first_name, a.last_name, a.name, a.company, a.last_purchase_at, a.goods, a.silent_since, a.responsible
  from r
  join lapse l on l.stage in (/*open stages*/) or r.number = 0 and l.stage = 'TWICE_LOST'
  join addressee a on a.lapse_id = l.id
  left join (select customer_id, case when visits >= 3 then rhythm_days end as rhythm
               from customer_value where (select unit = 'rhythm' from r)) v on v.customer_id = l.customer_id
  left join (select customer_id, abc from customer_category where (select classes <> '' from r)) k on k.customer_id = l.customer_id
  left join (select lapse_id, reason, branch from lapse_why where (select reasons <> '{}' from r)) w on w.lapse_id = l.id
 where r.number < 0 or (r.number = 0) = (l.stage = 'TWICE_LOST')
   and (r.number = 0 or rung_due(l.silent_since, r.unit, r.amount, r.days, v.rhythm) <= :until)
   and rung_suits(r.classes, r.reasons, k.abc, w.reason, w.branch)
