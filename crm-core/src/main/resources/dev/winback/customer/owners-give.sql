-- These customers to one owner, each with the owner he had. No run that is taken back undoes it (restore-run.sql).
with moved as (
  update customer c
     set owner_id = :to, owner_since = :day, import_id = null, version = c.version + 1
    from customer was
   where was.id = c.id and c.id = any (:customers::bigint[]) and c.erased_at is null
     and c.owner_id is distinct from :to
  returning c.id, was.owner_id, was.owner_since
)
insert into handover_customer (handover_id, customer_id, owner_was, owner_since_was, owner_became)
select :handover, id, owner_id, owner_since, :to from moved
