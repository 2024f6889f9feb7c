-- The tables whose rows belong to a lapse and so to the customer of the lapse, with the columns they have besides.
select c.table_name,
       bool_or(x.column_name = 'origin_id') as origin,
       bool_or(x.column_name = 'version') as version
from information_schema.columns c
join information_schema.columns l on l.table_schema = c.table_schema and l.table_name = c.table_name
                                 and l.column_name = 'lapse_id'
join information_schema.columns x on x.table_schema = c.table_schema and x.table_name = c.table_name
join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'customer_id'
group by c.table_name
order by c.table_name
