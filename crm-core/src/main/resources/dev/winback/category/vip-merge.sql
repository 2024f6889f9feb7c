-- Writes only the VIPs of the month who are new or brought something else than was known.
insert into vip_member as v (month, customer_id, value, paid, used, purchases, units)
select :month, s.customer_id, s.value, s.paid, s.used, s.purchases, s.units
from settled_vip s
left join vip_member old on old.customer_id = s.customer_id and old.month = :month
where old.customer_id is null
   or (old.value, old.paid, old.used, old.purchases, old.units)
      is distinct from (s.value, s.paid, s.used, s.purchases, s.units)
order by s.customer_id
on conflict (customer_id, month) do update
set value = excluded.value, paid = excluded.paid, used = excluded.used, purchases = excluded.purchases,
    units = excluded.units
