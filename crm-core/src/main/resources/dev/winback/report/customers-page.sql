-- One page of the same list: its rows are chosen first, and the members are read once for all of them (33 owners of a page were looked up
-- by 66 buffers, 5 so).
select /*columns*/
from (
/*page*/
) c
/*owner*/
order by /*order*/
limit :limit
