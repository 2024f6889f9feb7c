-- The risky days of the slice's customers.
select r.customer_id, r.day, r.title
from risky_moment r
where r.undone_at is null and r.customer_id >= :from and r.customer_id < :until
  and (:ids::bigint[] is null or r.customer_id = any (:ids::bigint[]))
order by r.customer_id, r.day, r.id
