-- One row for each own id stays, the newest version, else the last line, and none of an erased person.
with version as (
  select s.ctid as row, row_number() over (partition by s.source, s.external_id
                                           order by s.told_at desc nulls last, s.line desc, s.ctid desc) as place
  from repeated_{fact} r
  join staging_{fact} s using (source, external_id)
), gone as (
  delete from staging_{fact}
  where (select exists (select from repeated_{fact}) or exists (select from refused_{fact}))
    and (ctid in (select row from version where place > 1)
         or line in (select line from refused_{fact} where later_line <= 0))
  returning *
)
insert into gone_{fact} select * from gone
