-- What a batch would really change: one row for each fact that is new or has other content, sorted by customer, so that
-- the merge touches each customer's index pages once. What a row does not say stays as it is stored, else takes its
-- fallback. A version older than the stored one changes nothing.
insert into pending_{fact}
with filled as (
  select f.customer_id is not null as known, k.id as customer_id, s.customer, s.source, s.external_id,
         coalesce(s.told_at, f.told_at) as told_at, s.origin_id, {filled},
         case when f.customer_id = k.id then s.customer
              else (select coalesce(r.ref, c.ref)
                    from customer c left join resolved_customer r on r.number = c.ref
                    where c.id = f.customer_id) end as was_customer,
         f.told_at as was_told_at, {was}
  from staging_{fact} s
  left join customer k on k.ref = s.customer
  left join {stored}
  where (f.told_at > s.told_at) is not true
)
select :first + (dense_rank() over (order by customer_id, customer) - 1) / :size, known, customer_id, customer, source,
       external_id, told_at, origin_id, {columns}
from filled
where not known
   or (customer, told_at, {columns}) is distinct from (was_customer, was_told_at, {was_columns})
order by customer_id, customer, {time}
