-- A first load: whose facts they are, in slices from 1 on.
insert into first_{fact}
select 1 + (row_number() over (order by customer) - 1) / :size, customer
from (select distinct customer
      from staging_{fact} s
      where not exists (select from refused_{fact} r where r.line = s.line and r.later_line = 0)) named
order by customer
