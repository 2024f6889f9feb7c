-- Open lapses without an assignee, a page at a time, with everybody who ever lost this customer (DEC-22: this lapse or an
-- earlier one).
select l.id, array(select distinct e.lost_by from lapse e
                   where e.customer_id = l.customer_id and e.lost_by is not null) as blamed
from lapse l
where l.assignee is null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and l.id > :after
order by l.id
limit 5000
