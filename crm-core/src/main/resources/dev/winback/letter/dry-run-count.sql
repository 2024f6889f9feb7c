-- How many of the due customers get the letter (reason null) and how many do not, by reason. Follows judged.sql.
select j.reason, count(*) as letters
  from judged j
 group by j.reason
 order by count(*) desc, j.reason
