-- What a batch would really change: one row for each fact that is new or has other content, sorted by customer, so that
-- the merge touches each customer's index pages once. One anti-join for the whole batch: a file that is already in costs
-- 2.5 bare copies (speed.md, row 6). What a row does not say stays as it is stored, else takes its fallback. A version
-- older than the stored one changes nothing.
insert into pending_{fact}
with last as (
{last}),
filled as (
  select f.customer_id is not null as known, s.customer, s.source, s.external_id,
         coalesce(s.told_at, f.told_at) as told_at, s.origin_id, {filled},
         coalesce(r.ref, c.ref) as was_customer, f.told_at as was_told_at, {was}
  from last s
  left join {fact} f on f.source = s.source and f.external_id = s.external_id
  left join customer c on c.id = f.customer_id
  left join resolved_customer r on r.number = c.ref
  where not exists (select from refused_{fact} r where r.line = s.line and r.later_line = 0)
    and (f.told_at > s.told_at) is not true
)
select (dense_rank() over (order by customer) - 1) / :size, known, customer, source, external_id, told_at, origin_id,
       {columns}
from filled
where not known
   or (customer, told_at, {columns}) is distinct from (was_customer, was_told_at, {was_columns})
order by customer, {time}
