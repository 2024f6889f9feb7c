-- The page by name of a member who sees few: the first of his own and the first of those he works for, each from an index in that order,
-- and of both together the first (28,900 buffers to gather and sort the 14,000 of a rep among a hundred).
select r.*
from (
(select c.sort_name as sort_name, c.id
/*own*/
  and c.owner_id = :member
  and /*after*/
order by c.sort_name, c.id
limit :limit)
union
(select c.sort_name, c.id
/*worked*/
order by h.sort_name, h.customer_id
limit :limit)
order by sort_name, id
limit :limit
) p
join customer_row r on r.id = p.id
