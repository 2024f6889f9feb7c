-- How to take down the indexes and keys of a table and how to build them again.
select format('alter table public.%I drop constraint %I', :table, conname) as down,
       format('alter table public.%I add constraint %I %s', :table, conname, pg_get_constraintdef(oid)) as up
from pg_constraint
where conrelid = format('public.%I', :table)::regclass and contype in ('p', 'u', 'f')
union all
select format('drop index public.%I', c.relname), pg_get_indexdef(i.indexrelid)
from pg_index i
join pg_class c on c.oid = i.indexrelid
where i.indrelid = format('public.%I', :table)::regclass
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
