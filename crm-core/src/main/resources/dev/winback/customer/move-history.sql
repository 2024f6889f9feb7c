-- What facts were before a correction: kept with the customer who has the fact, so that whoever is erased takes it along.
update fact_history h
set customer_id = :to
where h.customer_id = :from
  and coalesce((h.was ->> 'origin_id')::bigint, (h.was ->> 'customer_id')::bigint) = any (:records::bigint[])
