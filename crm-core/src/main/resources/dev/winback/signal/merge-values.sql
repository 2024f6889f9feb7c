-- Writes only the customers whose value differs from what is stored: an unconditional "on conflict do update" would
-- lock, and so rewrite, every row of the table each night. In customer order, so that two writers never deadlock.
insert into customer_value as v
  (customer_id, purchases, visits, first_purchase, last_purchase, rhythm_days, revenue, value_year,
   repeat_mean, currency)
select f.customer_id, f.purchases, f.visits, f.first_purchase, f.last_purchase, f.rhythm_days,
       f.revenue, f.value_year, f.repeat_mean, f.currency
from folded_value f
left join customer_value old on old.customer_id = f.customer_id
where old.customer_id is null
   or (old.purchases, old.visits, old.first_purchase, old.last_purchase, old.rhythm_days, old.revenue,
       old.value_year, old.repeat_mean, old.currency)
      is distinct from
      (f.purchases, f.visits, f.first_purchase, f.last_purchase, f.rhythm_days, f.revenue,
       f.value_year, f.repeat_mean, f.currency::char(3))
order by f.customer_id
on conflict (customer_id) do update
set purchases = excluded.purchases, visits = excluded.visits, first_purchase = excluded.first_purchase, last_purchase = excluded.last_purchase,
    rhythm_days = excluded.rhythm_days, revenue = excluded.revenue,
    value_year = excluded.value_year, repeat_mean = excluded.repeat_mean, currency = excluded.currency
