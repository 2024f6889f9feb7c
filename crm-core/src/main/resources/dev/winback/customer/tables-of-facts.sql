-- The tables whose rows say themselves for which record they came in (origin_id): a new kind of fact is merged and taken
-- apart without a word about it here. Lapses have numbers and stages and are moved by their own package. Asked of the catalog
-- itself, as in tables-of-lapses.sql.
select t.relname as table_name
from pg_class t
join pg_attribute a on a.attrelid = t.oid and a.attname in ('customer_id', 'origin_id') and not a.attisdropped
where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
  and t.relname not in ('lapse', 'customer_alias')
  and t.relname !~ '^(staging|pending|refused)_'
group by t.relname
having count(*) = 2
order by t.relname
