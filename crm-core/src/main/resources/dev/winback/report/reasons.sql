-- Losses by reason, by the goods of the last purchase, by who lost them or by month of opening. The where is that of the
-- lost list, so that each line opens as many rows as it counts. Of several goods in one purchase each counts the loss.
with chosen as (
  select l.id, l.customer_id, l.value_year, l.currency, l.lost_by, l.opened_on, l.silent_since, l.known_reason, l.known_guess
  /*where*/),
counted as (
  select k.key, k.name, count(*) as losses, coalesce(sum(l.value_year) filter (where l.currency = :currency), 0) as money,
         count(*) filter (where l.known_guess) as guessed
    from chosen l
    left join member m on m.id = l.lost_by
    left join lateral (
      select goods
        from (select p.items
                from purchase p
               where p.customer_id = l.customer_id and p.counting
                 and p.purchased_at < (l.silent_since + 1)::timestamp at time zone :zone
               order by p.purchased_at desc, p.id desc
               limit 1) q
       cross join lateral goods_of(q.items) goods) g on :by = 'product'
   cross join lateral (
      select case :by when 'reason' then coalesce(l.known_reason, 'unknown')
                      when 'member' then coalesce(m.login, 'none')
                      when 'product' then coalesce(g.goods, '')
                      else to_char(l.opened_on, 'YYYY-MM') end as key,
             case when :by = 'member' then m.name end as name) k
   group by k.key, k.name)
select key, name, losses, money, guessed,
       -- nobody asked is no reason: it stands in its line, and the others add up without it
       case when key <> 'unknown' then
         round(100 * sum(money) filter (where key <> 'unknown') over (order by money desc, losses desc, key)
               / nullif(sum(money) filter (where key <> 'unknown') over (), 0), 1) end as share
  from counted
 order by money desc, losses desc, key
