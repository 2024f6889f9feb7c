-- Open losses that are our fault: the reason says so, or it is one that we repair (OPS-07). The checks of LET-18 hold the
-- letter until they are met. Once for each loss.
insert into prompt (customer_id, rung, about, lapse_id)
select l.customer_id, /*rung FAULT*/, 'loss-' || l.id, l.id
  from lapse l
  join lapse_why w on w.lapse_id = l.id
  join reason q on q.code = w.reason
 where l.stage in (/*open stages*/)
   and (q.code = 'our-fault' or q.repair_since is not null)
   and not exists (select from prompt o where o.lapse_id = l.id)
 order by l.id
on conflict do nothing
returning id
