-- Business events, the latest first, keyset-paged by day and number, with the losses whose silence began within 30 days
-- of each and how many began in 61 days of the year before that: a hint, no proof. Five and twice the usual is a mass.
-- The losses of a page are counted once by day, from the rows of the list that each event opens (41 s for each event apart).
with shown as materialized (
  select *
    from business_event
   where removed_at is null and (day, id) < (cast(:until as date), :before)
   order by day desc, id desc
   limit :limit),
began as materialized (
  select l.silent_since as day, count(*) as losses, coalesce(sum(l.value_year) filter (where l.currency = :currency), 0) as money
    from lost_row l
   where l.silent_since between (select min(s.day) - 395 from shown s) and (select max(s.day) + 30 from shown s)
     and l.stage not in ('MERGED', 'FALSE_ALARM') and not l.erased and /*gathered losses*/
   group by l.silent_since)
select b.id, b.day, b.kind, b.title, m.name as member, n.losses, n.money, n.usual, n.losses >= 5 and n.losses >= 2 * n.usual as mass
  from shown b
  left join member m on m.id = b.created_by
 cross join lateral (
   select coalesce(sum(a.losses) filter (where a.day >= b.day - 30), 0)::bigint as losses,
          coalesce(sum(a.money) filter (where a.day >= b.day - 30), 0) as money,
          round(coalesce(sum(a.losses) filter (where a.day < b.day - 30), 0) * 61 / 365.0, 1) as usual
     from began a
    where a.day between b.day - 395 and b.day + 30) n
 order by b.day desc, b.id desc
