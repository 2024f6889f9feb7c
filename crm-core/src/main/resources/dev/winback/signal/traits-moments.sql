-- The risky days of the slice's customers.
select r.customer_id, r.day, r.title
from risky_moment r
where r.undone_at is null and r.customer_id /*in scope*/
order by r.customer_id, r.day, r.id
