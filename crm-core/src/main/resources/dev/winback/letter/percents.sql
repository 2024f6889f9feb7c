-- What a rung's letters brought by the percent that stood in them, where it has been more than one: a changed rung renames its letters, and
-- what 15 % brought is not to be told as what 18 % did. Letters that left, of all days, as of the last night.
select *
  from (select o.rung, l.percent, min(o.day) as first, max(o.day) as last, count(*) as sent,
               count(*) filter (where o.returned) as returned, count(*) filter (where o.used) as used,
               count(*) over (partition by o.rung) as kinds
          from letter_outcome o
          join letter l on l.id = o.letter_id
         where o.rung > 0 and not o.control
         group by o.rung, l.percent) x
 where x.kinds > 1
