-- As gaps.sql, of everybody alone: what the night and large loads keep while nobody has said anything of the limits.
select '' as kind,
       count(*) as customers,
       count(v.rhythm_days) as repeaters,
       percentile_cont(0.5) within group (order by v.rhythm_days) as median_gap
from customer c
left join customer_value v on v.customer_id = c.id
where c.erased_at is null and c.merged_into is null
