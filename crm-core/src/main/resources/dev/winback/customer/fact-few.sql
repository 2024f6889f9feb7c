-- True when reading the table from end to end costs more than looking the rows of the batch up in it.
select (select count(*) from staging_{fact}) * 8 < (select reltuples from pg_class where oid = 'public.{fact}'::regclass)
