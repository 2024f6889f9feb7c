-- Rows that a run wrote and that stay, because another run, the API or a person changed them since; customers whom it
-- added on whom something hangs by now; and those whom it corrected and whom a call or a handover changed after it. The range is of customers, as in all of the taking back.
insert into import_kept (import_id, fact, number, by_import, changed_at)
select :import, h.fact, coalesce(h.was ->> 'external_id', ''), h.import_id, h.replaced_at
from (select distinct on (fact, fact_id) *
        from fact_history
       where customer_id >= :from and customer_id < :until and (was ->> 'import_id')::bigint = :import
         and import_id is distinct from :import
       order by fact, fact_id, id) h
union all
select :import, 'customer', c.ref, h.import_id, h.replaced_at
from (select distinct on (customer_id) *
        from customer_history
       where customer_id >= :from and customer_id < :until and (was ->> 'import_id')::bigint = :import
         and import_id is distinct from :import
       order by customer_id, id) h
join customer c on c.id = h.customer_id
union all
select :import, 'customer', c.ref, null, null
from customer c
where c.import_id = :import and c.id >= :from and c.id < :until
union all
select :import, 'customer', c.ref, null, null
from customer c
where c.import_id is null and c.id >= :from and c.id < :until and c.erased_at is null
  and exists (select from customer_history h where h.customer_id = c.id and h.import_id = :import)
  and not exists (select from customer_history h
                   where h.customer_id = c.id and (h.was ->> 'import_id')::bigint = :import
                     and h.import_id is distinct from :import)
