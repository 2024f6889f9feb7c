-- As part-fact.sql, for customers: those who are new are unknown ones by themselves.
insert into import_part (import_id, place, type, rows, created, changed, repeated, customers, slices)
select :import, :place, :type, count(*), :created, :changed, count(*) - count(distinct customer), 0, :slices
from staging_customer
on conflict (import_id, place) do update
set rows = excluded.rows, repeated = excluded.repeated, slices = excluded.slices, slices_done = 0,
    created = import_part.created_done + excluded.created,
    changed = import_part.changed_done + excluded.changed
