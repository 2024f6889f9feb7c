-- What the four questions are filled in with: the reason and his wish, and how many other customers left for the same reason within
-- a year of his silence: they will see what is done about it.
select f.reason, f.wish,
       (select count(distinct o.customer_id) from lapse o
         where o.known_reason = f.reason and o.customer_id <> l.customer_id and o.stage not in ('MERGED', 'FALSE_ALARM')
           and o.silent_since between l.silent_since - 365 and l.silent_since + 365) as others
  from lapse l
  left join lateral why_of(l.id) f on true
 where l.id = :lapse
