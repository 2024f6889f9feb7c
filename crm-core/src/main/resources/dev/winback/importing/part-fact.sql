-- What one kind of facts of a run would change, as it is shown after a dry run and after the real one. Customers whom
-- nobody knows are counted unless the same run brings them itself. A run that is begun again after a death has stored a
-- part already, which its new settlement finds as the same: it is added.
insert into import_part (import_id, place, type, rows, created, changed, repeated, customers, slices)
select :import, :place, :type, :rows, :created, :changed,
       (select coalesce(sum(rows - 1), 0) from repeated_{fact}),
       (select count(distinct s.customer)
        from (select customer from pending_{fact} where customer_id is null
              union all
              select customer from told_{fact} where customer_id is null) s
        where not exists (select from {new_customers} n where n.customer = s.customer)),
       :slices
on conflict (import_id, place) do update
set rows = excluded.rows, repeated = excluded.repeated, slices = excluded.slices, slices_done = 0,
    created = import_part.created_done + excluded.created,
    changed = import_part.changed_done + excluded.changed,
    customers = greatest(import_part.customers, excluded.customers)
