-- Who was a VIP of which months from the first one until another: one bit for each month by its number after the first.
-- /*whose*/ is a condition of its own where some are asked for: behind an "or" it would find no index.
select customer_id,
       bit_or(1 << (12 * extract(year from age(month, :first)) + extract(month from age(month, :first)))::int) as months
from vip_member
where month >= :first and month < :until and /*whose*/
group by customer_id
order by customer_id
