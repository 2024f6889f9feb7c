-- What a change by hand has to be compared with; locked, so that two changes follow each other. Whatever number he is known by, it is the one
-- customer: the record that another one became part of is not changed any more.
select id, ref, version, owner_id, email_consent, status
from customer
where erased_at is null
  and id = coalesce((select coalesce(merged_into, id) from customer where ref = :ref),
                    (select customer_id from customer_alias where source = '' and number = :ref))
for update
