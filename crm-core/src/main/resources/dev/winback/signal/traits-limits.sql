-- What people have said last of the silence of the slice's customers, and last of their season: the one is no word about the
-- other, and both stand on the customer's page.
select o.customer_id,
       coalesce((array_agg(o.silence order by o.id desc) filter (where o.quiet_until is null))[1], 0) as silence,
       (array_agg(o.quiet_until order by o.id desc) filter (where o.quiet_until is not null))[1] as quiet_until,
       coalesce((array_agg(o.every_year order by o.id desc) filter (where o.quiet_until is not null))[1], false) as every_year
from own_limit o
where o.undone_at is null and o.customer_id /*in scope*/
group by o.customer_id
order by o.customer_id
