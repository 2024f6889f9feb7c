-- The returns that a member may see, by the month in which the customer came back; the table and its names share this. What
-- is asked for is a milestone (RET-01, RET-04, RET-05) or that he is lost again (RET-11). "Due" are those whose year is over.
from lapse l
join customer c on c.id = l.customer_id
left join second_life v on v.lapse_id = l.id
cross join lateral (
  select exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                   and n.stage not in ('FALSE_ALARM', 'MERGED')) as again,
         (l.returned_on + interval '12 months')::date <= :day as due) s
where l.stage in (/*won stages*/) and l.returned_on >= :from and l.returned_on <= :until
  and c.erased_at is null and /*visible*/
  and (:what = 'returned' or :what = 'restored' and l.restored_on is not null
       or :what = 'year' and l.year_on is not null or :what = 'again' and s.again)
