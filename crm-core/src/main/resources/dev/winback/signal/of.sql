-- The signals of some customers with the day from which their silence counts, in the order of their beginning.
select s.customer_id, s.kind, s.since, s.evidence, v.last_purchase
from signal s
join customer_value v on v.customer_id = s.customer_id
where s.customer_id = any (:ids::bigint[])
order by s.customer_id, s.since, s.kind
