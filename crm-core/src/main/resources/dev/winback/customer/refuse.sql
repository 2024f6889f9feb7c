-- Rows of one batch that tell other things of a customer than a later row of him: the later row is taken, these come
-- back. Rows that carry a time of their own do not contradict each other. A line of 0 as the later one means that the
-- person was erased and has not bought since, one of -1 that another customer has one of the numbers already.
insert into refused_customer (line, later_line)
select s.line, twice.last_line
from (
  select customer, max(line) as last_line from staging_customer where told_at is null group by customer having count(*) > 1
) twice
join staging_customer s using (customer)
join staging_customer w on w.customer = s.customer and w.line = twice.last_line
where s.line < twice.last_line
  and s.told_at is null
  and (to_jsonb(s) - 'line') is distinct from (to_jsonb(w) - 'line')
union
select s.line, 0
from staging_customer s
join erased_ref e on e.ref_hash = ref_hash(s.customer)
where e.back_id is null or s.told_at < e.until
union
select s.line, 0
from staging_customer s
join customer c on c.ref = s.customer
where c.erased_at is not null
union
select d.line, -1
from (
  select s.line, n.ref, n.customer_id, a.alias ->> 0 as source, a.alias ->> 1 as number,
         min(n.ref) over (partition by a.alias) as first_ref
  from staging_customer s
  join number_customer n on n.number = s.customer
  cross join lateral jsonb_array_elements(s.aliases) as a (alias)
) d
left join customer_alias k on k.source = d.source and k.number = d.number
left join customer c on d.source = '' and c.ref = d.number
where d.ref <> d.first_ref
   or k.customer_id is distinct from coalesce(d.customer_id, -1) and k.customer_id is not null
   or c.id is distinct from coalesce(d.customer_id, -1) and c.id is not null
