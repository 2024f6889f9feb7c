-- The signals of some customers with the day from which their silence counts: stale contact data before anything else
-- (DET-24), then in the order of their beginning. Who never bought has no such day.
select s.customer_id, s.kind, s.since, s.lost_from is null as weak, s.evidence, v.last_purchase
from signal s
left join customer_value v on v.customer_id = s.customer_id
where s.customer_id = any (:ids::bigint[])
order by s.customer_id, s.kind <> 'stale-contact', s.since, s.kind
