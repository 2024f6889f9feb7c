-- What the four questions are filled in with: the reason and his wish, and how many others left for the same reason since a year
-- before he fell silent: they will see what is done about it.
select f.reason, f.wish,
       (select count(*) from lapse_why o
          join lapse x on x.id = o.lapse_id
         where o.reason = f.reason and x.id <> l.id and x.silent_since >= l.silent_since - 365) as others
  from lapse l
  left join lateral why_of(l.id) f on true
 where l.id = :lapse
