-- Everybody of whom left.sql says that he left (DET-13), by the index that each of its reasons has: found once for a list,
-- where one by one took seconds.
select x.id from lapse x where x.opened_by like '%ended%'
union all
select x.id from lapse x join signal e on e.customer_id = x.customer_id where e.kind = 'ended'
union all
select x.id from lapse x where x.known_reason in (select code from reason where branch = 'lured')
union all
select x.id from lapse x where x.competitor_named
