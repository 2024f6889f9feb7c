-- The limits of the night, one row that is written over; the same night again writes nothing.
insert into category_limit as l
  (id, day, setting_id, currency, cuts, customers, total, foreign_customers, foreign_purchases, a_value, b_value,
   average_paid, average_used, average_purchases, average_units)
values (1, :day, :setting, :currency, cast(:cuts as jsonb), :customers, :total, :foreign_customers, :foreign_purchases,
        :a, :b, :paid, :used, :purchases, :units)
on conflict (id) do update
set day = excluded.day, setting_id = excluded.setting_id, currency = excluded.currency, cuts = excluded.cuts,
    customers = excluded.customers, total = excluded.total, foreign_customers = excluded.foreign_customers,
    foreign_purchases = excluded.foreign_purchases, a_value = excluded.a_value, b_value = excluded.b_value,
    average_paid = excluded.average_paid, average_used = excluded.average_used,
    average_purchases = excluded.average_purchases, average_units = excluded.average_units
where (l.day, l.setting_id, l.currency, l.cuts, l.foreign_customers, l.foreign_purchases)
      is distinct from
      (excluded.day, excluded.setting_id, excluded.currency, excluded.cuts, excluded.foreign_customers,
       excluded.foreign_purchases)
