-- What the four questions are filled in with: the reason and his wish, how many other customers left for the same reason within
-- a year of his silence, and how many of his kind (of all where he has none) buy as before: they hear of what is done for him.
select f.reason, f.wish,
       (select count(distinct o.customer_id) from lapse o
         where o.known_reason = f.reason and o.customer_id <> l.customer_id and o.stage not in ('MERGED', 'FALSE_ALARM')
           and o.silent_since between l.silent_since - 365 and l.silent_since + 365) as others,
       (select count(*)
          from (select from customer_row o
                 where o.standing = 'ACTIVE' and o.id <> l.customer_id and (c.kind is null or o.kind = c.kind)
                 limit 1001) x) as stayers
  from lapse l
  join customer c on c.id = l.customer_id
  left join lateral why_of(l.id) f on true
 where l.id = :lapse
