-- What people have said last of the silence of the slice's customers.
select distinct on (o.customer_id) o.customer_id, o.silence, o.quiet_until, o.every_year
from own_limit o
where o.undone_at is null and o.customer_id >= :from and o.customer_id < :until
  and (:ids::bigint[] is null or o.customer_id = any (:ids::bigint[]))
order by o.customer_id, o.id desc
