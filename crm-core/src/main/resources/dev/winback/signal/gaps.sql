-- For everybody ('') and for each kind of customer: how many there are, how many bought on several days, and the median of
-- their mean gaps: what the proposal of limits rests on.
select case when grouping(c.kind) = 1 then '' else c.kind end as kind,
       count(*) as customers,
       count(v.rhythm_days) as repeaters,
       percentile_cont(0.5) within group (order by v.rhythm_days) as median_gap
from customer c
left join customer_value v on v.customer_id = c.id
where c.erased_at is null and c.merged_into is null
group by grouping sets ((), (c.kind))
having grouping(c.kind) = 1 or c.kind is not null
order by kind
