-- How many cases each part has and what they come to, as of the last night; returns whose 60 days are not over are told apart.
select part, count(*) as cases, round(sum(amount), 2) as amount, count(*) filter (where part in ('helped', 'alone') and day + 60 > :day) as running
  from romi_case
 where part in ('helped', 'alone', 'discounts', 'gifts', 'bonus') and day between :from and :to
 group by part
union all
select 'letters', count(*), round(count(*) * cast(:letter as numeric), 2), 0 from (/*letters*/) e having count(*) > 0
union all
select 'calls', count(*), round(count(*) * cast(:call as numeric), 2), 0 from (/*calls*/) k having count(*) > 0
