-- What a change by hand has to be compared with; locked, so that two changes follow each other.
select id, ref, version, owner_id, email_consent, status
from customer
where erased_at is null
  and (ref = :ref or id = (select customer_id from customer_alias where source = '' and number = :ref))
for update
