-- What a change by hand has to be compared with; locked, so that two changes follow each other.
select id, version, owner_id, email_consent, status
from customer
where ref = :ref and erased_at is null
for update
