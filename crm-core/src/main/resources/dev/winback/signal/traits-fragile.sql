-- The fragile year of those of the slice's customers who came back from a loss, with the late limit that holds in it.
select l.customer_id, (max(l.returned_on) + interval '12 months')::date as until,
       (select s.late_share from aftercare_setting s order by s.id desc limit 1) as late_share
from lapse l
where l.stage in (/*won stages*/) and l.customer_id /*in scope*/
group by l.customer_id
