-- The mailboxes of customers whom a run told, as they are now and as they were while it was the last one.
select distinct email
from (
  select c.email from customer c where c.id >= :from and c.id < :until and c.import_id = :import
  union all
  select h.was ->> 'email' from customer_history h
  where h.customer_id >= :from and h.customer_id < :until and (h.was ->> 'import_id')::bigint = :import
) m
where btrim(email) <> ''
order by email
