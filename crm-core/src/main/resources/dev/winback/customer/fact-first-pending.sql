-- What waits, for whoever counts it: a first load does not copy it once more.
alter table pending_{fact} rename to kept_{fact};
create view pending_{fact} as
select n.slice, false as known, s.customer, s.source, s.external_id, s.told_at, s.origin_id, {first_columns}
from (
{last}
) s
join first_{fact} n on n.customer = s.customer
where not exists (select from refused_{fact} r where r.line = s.line and r.later_line = 0)
