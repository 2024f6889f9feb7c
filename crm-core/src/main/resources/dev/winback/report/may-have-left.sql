-- Everybody of whom left.sql may say that he left, by the indexes that each of its reasons has.
select x.id from lapse x where x.opened_by like '%ended%'
union all
select x.id from lapse x join signal e on e.customer_id = x.customer_id where e.kind = 'ended'
union all
select coalesce(x.merged_with, x.id) from finding f join lapse x on x.id = f.lapse_id
 where f.current and (f.competitor is not null or f.reason in (select code from reason where branch = 'lured'))
