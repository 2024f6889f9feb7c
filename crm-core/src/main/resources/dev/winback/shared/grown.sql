-- Tables of these that are a fifth larger than when they were analyzed last.
select relname
from pg_class
where relnamespace = 'public'::regnamespace
  and relname in (:tables)
  and pg_relation_size(oid) > 1.2 * current_setting('block_size')::bigint * greatest(relpages, 1)
order by relname
