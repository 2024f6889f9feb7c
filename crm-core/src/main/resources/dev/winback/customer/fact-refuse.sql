-- Rows of one batch that give the same own id another content than a later row: the later row is taken, these come back.
-- Versions that carry a time of their own do not contradict each other: the newest is taken. A line of 0 as the later one
-- means that the person was erased: nothing is kept of him any more, until he buys after that day. Only ids that occur twice are joined, which are few.
insert into refused_{fact} (line, later_line)
select s.line, twice.last_line
from repeated_{fact} twice
join staging_{fact} s using (source, external_id)
join staging_{fact} w on w.source = s.source and w.external_id = s.external_id and w.line = twice.last_line
where s.line < twice.last_line
  and s.told_at is not distinct from w.told_at
  and (s.customer, s.given, {s.columns}) is distinct from (w.customer, w.given, {w.columns})
union
select s.line, 0
from (
  select named.customer, e.until, e.back_id
  from (select distinct customer from staging_{fact} where exists (select from erased_ref)) named
  join erased_ref e on e.ref_hash = ref_hash(named.customer)
) e
join staging_{fact} s using (customer)
where {erased}
