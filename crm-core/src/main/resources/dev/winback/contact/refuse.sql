-- Rows of one batch that give the same own id another content than a later row: the later row is taken, these come back.
-- A line of 0 as the later one means that the person was erased: nothing is kept of him any more.
insert into staging_refused (line, later_line)
select s.line, twice.last_line
from (
  select source, external_id, max(line) as last_line
  from staging_contact
  group by source, external_id
  having count(*) > 1
) twice
join staging_contact s using (source, external_id)
join staging_contact w on w.source = s.source and w.external_id = s.external_id and w.line = twice.last_line
where s.line < twice.last_line
  and (to_jsonb(s) - 'line') is distinct from (to_jsonb(w) - 'line')
union
select s.line, 0
from staging_contact s
join erased_ref e on e.ref_hash = ref_hash(s.customer)
