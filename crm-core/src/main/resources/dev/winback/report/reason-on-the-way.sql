-- The same for a page, as in signal-on-the-way.sql: of a rare reason all are known first, of a common one each customer is looked up
-- (126,000 buffers for a page at a million customers where 9,900 of one reason were looked up to be sorted; by plans of psql 31,500 and 1,268 so).
case when (select count(*) from (select from lapse x where x.known_reason = :reason limit 10001) few) <= 10000
     then c.id in (select x.customer_id from lapse x where x.known_reason = :reason)
     else true end
