-- The VIPs of a month, the one who brought most first, keyset-paged. Who was merged away or erased since is shown as the
-- record that he was.
select 0 as number, v.customer_id as id, c.ref, c.display_name as name, c.city, v.value, v.paid, v.used, v.purchases, v.units,
       m.currency, c.erased_at is not null as erased
from vip_member v
join vip_month m on m.month = v.month
join customer c on c.id = v.customer_id
where v.month = :month and /*visible*/ and /*after*/
order by v.value desc, v.customer_id
limit :limit
