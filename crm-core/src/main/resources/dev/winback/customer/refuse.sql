-- Rows of one batch that tell other things of a customer than a later row of him: the later row is taken, these come
-- back. A line of 0 as the later one means that the person was erased and is not filled in again.
insert into refused_customer (line, later_line)
select s.line, twice.last_line
from (
  select customer, max(line) as last_line from staging_customer group by customer having count(*) > 1
) twice
join staging_customer s using (customer)
join staging_customer w on w.customer = s.customer and w.line = twice.last_line
where s.line < twice.last_line
  and (to_jsonb(s) - 'line') is distinct from (to_jsonb(w) - 'line')
union
select s.line, 0
from staging_customer s
join erased_ref e on e.ref_hash = ref_hash(s.customer)
union
select s.line, 0
from staging_customer s
join customer c on c.ref = s.customer
where c.erased_at is not null
