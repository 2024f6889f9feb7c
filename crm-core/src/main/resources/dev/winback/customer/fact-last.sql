  -- one row for each own id: the newest version, else the last line
  select s.*
  from staging_{fact} s
  where not exists (select from repeated_{fact} r where r.source = s.source and r.external_id = s.external_id)
  union all
  (select distinct on (s.source, s.external_id) s.*
   from staging_{fact} s
   join repeated_{fact} r on r.source = s.source and r.external_id = s.external_id
   order by s.source, s.external_id, s.told_at desc nulls last, s.line desc)
