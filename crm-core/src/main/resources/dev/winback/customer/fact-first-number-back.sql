-- The same for a first load, whose rows are stored from where they were read.
update staging_{fact} s
set customer = c.ref
from number_back b
join customer c on c.id = b.leads_to
where s.customer = b.number and c.ref <> b.number
  and b.at > (select started_at from import_run where id = :import::bigint);
update first_{fact} s
set customer = c.ref
from number_back b
join customer c on c.id = b.leads_to
where s.customer = b.number and c.ref <> b.number
  and b.at > (select started_at from import_run where id = :import::bigint)
