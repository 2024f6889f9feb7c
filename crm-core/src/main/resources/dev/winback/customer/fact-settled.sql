select count(*) filter (where not known) as created,
       count(*) filter (where known) as changed,
       coalesce(max(slice) + 1, :first) as slices,
       (select count(distinct line) from refused_{fact}) as refused
from pending_{fact}
