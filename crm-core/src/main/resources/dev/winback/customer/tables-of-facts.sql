-- The tables whose rows say themselves for which record they came in (origin_id): a new kind of fact is merged and taken
-- apart without a word about it here. Lapses have numbers and stages and are moved by their own package.
select c.table_name
from information_schema.columns c
join information_schema.columns o on o.table_schema = c.table_schema and o.table_name = c.table_name
                                 and o.column_name = 'origin_id'
join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'customer_id'
  and c.table_name not in ('lapse', 'customer_alias')
  and c.table_name !~ '^(staging|pending|refused)_'
order by c.table_name
