-- How many letters arm-letters.sql lists, from the days that the night counted.
select coalesce(sum(d.letters), 0)::bigint
  from letter_day d
 where d.rung >= 0 and d.over and d.control = (:part = 'kept')
   and not exists (select from letter_day o where o.day = d.day and not o.over)
