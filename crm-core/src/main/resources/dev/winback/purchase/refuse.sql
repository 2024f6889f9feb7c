-- Rows of one batch that give the same own id another content than a later row: the later row is taken, these come back.
-- A line of 0 as the later one means that the person was erased: nothing is kept of him any more.
-- Only ids that occur twice are joined, which are few.
insert into staging_refused (line, later_line)
select s.line, twice.last_line
from (
  select source, external_id, max(line) as last_line
  from staging_purchase
  group by source, external_id
  having count(*) > 1
) twice
join staging_purchase s using (source, external_id)
join staging_purchase w on w.source = s.source and w.external_id = s.external_id and w.line = twice.last_line
where s.line < twice.last_line
  and (s.customer, s.purchased_at, s.amount, s.currency, s.margin, s.status, s.refunded, s.units, s.items, s.coupon, s.member_id)
    is distinct from
      (w.customer, w.purchased_at, w.amount, w.currency, w.margin, w.status, w.refunded, w.units, w.items, w.coupon, w.member_id)
union
select s.line, 0
from staging_purchase s
join erased_ref e on e.ref_hash = ref_hash(s.customer)
