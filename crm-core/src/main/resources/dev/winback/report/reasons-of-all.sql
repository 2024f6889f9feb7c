-- What reasons.sql counts of whole stages for whoever sees all: from the tally of lapses, so exact at any moment. Erasure ends an open loss
-- and leaves the others in the tally; the few erased are taken off, as the lost list leaves them out.
with /*tally*/
, shown as (
  select kind, key, currency, n, money from tally_now
  union all
  select t.kind, t.key, t.currency, -t.n, -t.money
    from customer c
    join lapse l on l.customer_id = c.id
   cross join lateral tally_of(lapse_counts(l.stage, l.currency, l.value_year, l.opened_on, l.lost_day, l.returned_on, l.close_kind,
                                            l.known_reason, l.known_guess, l.lost_by)) t
   where c.erased_at is not null and l.stage not in (/*open stages*/)
), line as (
  select split_part(key, '|', 4) as value, sum(n) as losses, coalesce(sum(money) filter (where currency = :currency), 0) as money,
         coalesce(sum(n) filter (where split_part(key, '|', 3) = 't'), 0) as guessed
    from shown
   where kind = :by and split_part(key, '|', 1) in (/*stages*/) and split_part(key, '|', 2) = any (:directions)
   group by 1
  having sum(n) > 0
), counted as (
  select case :by when 'member' then coalesce(m.login, 'none')
                  when 'month' then to_char(make_date((v.month - 1) / 12, (v.month - 1) % 12 + 1, 1), 'YYYY-MM')
                  else x.value end as key,
         m.name, x.losses, cast(x.money as numeric(20, 2)) as money, x.guessed
    from line x
   cross join lateral (select case when :by = 'month' then x.value::int end as month) v
    left join member m on :by = 'member' and m.id::text = x.value
)
select key, name, losses, money, guessed,
       -- nobody asked is no reason: it stands in its line, and the others add up without it
       case when key <> 'unknown' then
         round(100 * sum(money) filter (where key <> 'unknown') over (order by money desc, losses desc, key)
               / nullif(sum(money) filter (where key <> 'unknown') over (), 0), 1) end as share
  from counted
 order by money desc, losses desc, key
