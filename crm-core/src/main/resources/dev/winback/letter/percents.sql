-- What a rung's letters brought by the percent that stood in them, where it has been more than one: a changed rung renames its letters, and
-- what 15 % brought is not to be told as what 18 % did. Letters that left, of all days, as of the last night. "Compared" are those of the
-- rung's last comparison of two discounts whose 60 days are over.
select *
  from (select o.rung, l.percent, min(o.day) as first, max(o.day) as last, count(*) as sent,
               count(*) filter (where o.returned) as returned, count(*) filter (where o.used) as used,
               count(*) filter (where c.within and o.over) as compared,
               count(*) filter (where c.within and o.over and o.returned) as compared_returned,
               coalesce(round(sum(o.given) filter (where c.within), 2), 0) as compared_given,
               count(*) over (partition by o.rung) as kinds
          from letter_outcome o
          join letter l on l.id = o.letter_id
          left join (select distinct on (rung) rung, own, other, since, ended_on
                       from rung_split
                      where ended_on is distinct from since
                      order by rung, id desc) s on s.rung = o.rung
         -- from the day after it began: on that day letters had left before
         cross join lateral (select l.percent in (s.own, s.other) and o.day > s.since
                                    and (s.ended_on is null or o.day < s.ended_on) as within) c
         where o.rung > 0 and not o.control
         group by o.rung, l.percent) x
 where x.kinds > 1
