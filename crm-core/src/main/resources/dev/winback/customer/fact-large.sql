-- True when a file is read more cheaply with the table beside it than by looking its rows up: it would fill an empty table,
-- or has a quarter of its rows; and the numbers of all customers fit into memory.
select (not exists (select from {fact})
        or (select reltuples from pg_class where oid = 'public.{fact}'::regclass) <= 4 * :rows::float8)
   and (select reltuples from pg_class where oid = 'public.customer'::regclass) <= :customers::float8
