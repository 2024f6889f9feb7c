-- What a script may name of one customer: the person with whom we deal, the firm's own name, the silence, and the goods of
-- the last purchase, three at most, because a sentence bears no more. A number is no name to greet somebody by.
select k.first_name, nullif(c.display_name, c.ref) as name, c.company, f.name as firm, last.on_day, :today::date - last.on_day as days,
       (select string_agg(good, ', ')
          from (select good from goods_of(last.items) good limit 3) goods) as last_goods
  from customer c
  join contact_person k on k.customer_id = c.id
 cross join firm f
  left join lateral (
    select p.items, cast(p.purchased_at at time zone :zone as date) as on_day
      from purchase p
     where p.customer_id = c.id and p.counting
     order by p.purchased_at desc, p.id desc
     limit 1) last on true
 where c.id = :customer
