-- What the lost list sorts one loss by: from there its neighbours are found, whether it is still in the list or not.
select (/*value*/)::text
from lost_row l
where l.id = :id
