-- Business events, the latest first, keyset-paged by day and number, with the losses whose silence began within 30 days
-- of each and how many began in 61 days of the year before that: a hint, no proof. Five and twice the usual is a mass.
select b.id, b.day, b.kind, b.title, m.name as member, n.losses, n.money, n.usual, n.losses >= 5 and n.losses >= 2 * n.usual as mass
  from (select *
          from business_event
         where removed_at is null and (day, id) < (cast(:until as date), :before)
         order by day desc, id desc
         limit :limit) b
  left join member m on m.id = b.created_by
 cross join lateral (
   select count(*) filter (where l.silent_since >= b.day - 30) as losses,
          coalesce(sum(l.value_year) filter (where l.silent_since >= b.day - 30 and l.currency = :currency), 0) as money,
          round(count(*) filter (where l.silent_since < b.day - 30) * 61 / 365.0, 1) as usual
     from lapse l
     join customer c on c.id = l.customer_id
    where l.silent_since between b.day - 395 and b.day + 30
      and l.stage not in ('MERGED', 'FALSE_ALARM') and c.erased_at is null and /*visible*/) n
 order by b.day desc, b.id desc
