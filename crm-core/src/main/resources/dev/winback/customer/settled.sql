select count(*) filter (where not known) as created,
       count(*) filter (where known and differs) as changed,
       coalesce(max(slice), -1) + 1 as slices,
       (select count(distinct line) from refused_customer) as refused
from pending_customer
