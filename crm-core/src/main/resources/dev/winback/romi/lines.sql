-- How many cases each part has and what they come to; returns whose 60 days are not over are told apart.
/*cases*/
select part, count(*) as cases, round(sum(amount), 2) as amount,
       count(*) filter (where part in ('helped', 'alone') and day + 60 > :day) as running
from spent
group by part
