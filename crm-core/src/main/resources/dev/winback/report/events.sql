-- Business events, the latest first, keyset-paged by day and number, with the losses whose silence began within 30 days
-- of each and how many began in 61 days of the year before that: a hint, no proof. Five and twice the usual is a mass. Losses are counted once by the day of
-- their silence and not for each event anew: 49.8 million buffers at a million customers.
with asked as materialized (
  select *
    from business_event
   where removed_at is null and (day, id) < (cast(:until as date), :before)
   order by day desc, id desc
   limit :limit
), began as materialized (
  select l.silent_since as day, count(*) as losses, coalesce(sum(l.value_year) filter (where l.currency = :currency), 0) as money
    from lapse l
   where l.silent_since between (select min(day) - 395 from asked) and (select max(day) + 30 from asked)
     and l.stage not in ('MERGED', 'FALSE_ALARM') and l.close_kind is distinct from 'direction-changed'
     and l.customer_id not in (select e.id from customer e where e.erased_at is not null)
     and /*visible loss*/
   group by l.silent_since
)
select b.id, b.day, b.kind, b.title, m.name as member, n.losses, n.money, n.usual, n.losses >= 5 and n.losses >= 2 * n.usual as mass
  from asked b
  left join member m on m.id = b.created_by
 cross join lateral (
   select coalesce(sum(d.losses) filter (where d.day >= b.day - 30), 0)::bigint as losses,
          coalesce(sum(d.money) filter (where d.day >= b.day - 30), 0) as money,
          round(coalesce(sum(d.losses) filter (where d.day < b.day - 30), 0) * 61 / 365.0, 1) as usual
     from began d
    where d.day between b.day - 395 and b.day + 30) n
 order by b.day desc, b.id desc
