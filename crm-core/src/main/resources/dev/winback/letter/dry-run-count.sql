-- How many of the due customers of each rung get the letter (reason null) and how many do not, by reason. Follows judged.sql and what it is
-- shown with.
select j.rung, j.reason, count(*) as letters
  from shown j
 group by j.rung, j.reason
 order by j.rung, count(*) desc, j.reason
