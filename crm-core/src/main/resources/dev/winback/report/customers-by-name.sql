-- The same list in the order of names, which is a column of the customer: the page is chosen by what the filter asks alone, and only
-- its rows are looked up further. Who was gathered to be sorted used to be looked up first (1,601 customers of a word: 19,205 buffers).
select /*columns*/
from (
/*page*/
) c
/*look-ups*/
order by /*order*/
limit :limit
