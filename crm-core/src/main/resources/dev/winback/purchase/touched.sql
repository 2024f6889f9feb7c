select distinct c.id
from staging_pending s
join customer c on c.ref = s.customer
where s.slice = :slice
