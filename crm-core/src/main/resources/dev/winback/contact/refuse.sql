-- Rows of one batch that give the same own id another content than a later row: the later row is taken, these come back.
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
