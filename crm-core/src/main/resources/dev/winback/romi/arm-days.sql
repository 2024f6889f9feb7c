-- Both arms by the day on which their 60 days began: what an experiment is looked at by.
/*cases*/
select day, count(*) filter (where part = 'treated') as treated, count(*) filter (where part = 'treated' and back) as treated_returned,
       count(*) filter (where part = 'kept') as kept, count(*) filter (where part = 'kept' and back) as kept_returned,
       coalesce(sum(amount) filter (where part = 'treated'), 0) as treated_sum,
       coalesce(sum(amount * amount) filter (where part = 'treated'), 0) as treated_squares,
       coalesce(sum(amount) filter (where part = 'kept'), 0) as kept_sum,
       coalesce(sum(amount * amount) filter (where part = 'kept'), 0) as kept_squares,
       coalesce(sum(given) filter (where part = 'treated'), 0) as given
from spent
group by day
order by day
