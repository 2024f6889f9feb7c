-- Who was a VIP of which months from the first one until another: one bit for each month by its number after the first.
select customer_id,
       bit_or(1 << (12 * extract(year from age(month, :first)) + extract(month from age(month, :first)))::int) as months
from vip_member
where month >= :first and month < :until and (:ids::bigint[] is null or customer_id = any (:ids::bigint[]))
group by customer_id
order by customer_id
