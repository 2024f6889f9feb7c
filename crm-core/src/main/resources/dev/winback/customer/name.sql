-- The number that each customer will be known by: the firm's own where he has one, else the best made one. The facts of
-- the same run read it (resolved_customer), also by the numbers that a renamed customer had before.
with grouped as (
  select number, rank, customer_id, coalesce('c' || customer_id, 'n' || coalesce(leader, number)) as who
  from number_customer
),
candidate as (
  select who, rank, number from grouped
  union all
  select distinct g.who, case when c.made_rank = 0 then -1 else c.made_rank end, c.ref
  from grouped g
  join customer c on c.id = g.customer_id
),
named as (
  select distinct on (who) who, number as ref from candidate order by who, rank, number
),
written as (
  update number_customer n
  set ref = d.ref
  from grouped g
  join named d on d.who = g.who
  where g.number = n.number
  returning n.number, n.customer_id, n.ref
)
insert into resolved_customer (number, ref)
select number, ref from written where number <> ref
union
select b.number, w.ref
from written w
join customer c on c.id = w.customer_id and c.ref <> w.ref
cross join lateral (
  select c.ref as number union all select a.number from customer_alias a where a.customer_id = c.id and a.source = ''
) b
on conflict (number) do update set ref = excluded.ref
