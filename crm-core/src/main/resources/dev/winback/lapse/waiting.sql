-- What the rules of giving a loss to somebody go by: everybody who ever lost this customer (DEC-22: this lapse or an earlier
-- one; nobody was lost in a false alarm), whether it takes a senior (DEC-25), whether a newcomer may have it (DEC-24).
select l.id, array(select distinct e.lost_by from lapse e
                   where e.customer_id = l.customer_id and e.lost_by is not null and e.stage <> 'FALSE_ALARM') as blamed,
       c.flagship or coalesce(k.abc = 'A' or k.vip, false) as senior_only,
       coalesce(k.priority_group = 3, false) as for_novices
from lapse l
join customer c on c.id = l.customer_id
left join customer_category k on k.customer_id = l.customer_id
where /*which*/
