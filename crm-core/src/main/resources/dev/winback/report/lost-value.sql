-- What the lost list sorts one loss by: from there its neighbours are found, whether it is still in the list or not.
select (/*value*/)::text
from lapse l
left join lapse_worth w on w.lapse_id = l.id
join customer c on c.id = l.customer_id
where l.id = :id
