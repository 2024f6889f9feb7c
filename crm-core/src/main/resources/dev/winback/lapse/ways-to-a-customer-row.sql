-- visible.sql over a row c of the customer list, in ways of which no two find the same customer: each is a range of an index in the order of the list,
-- while one condition for all of them is in the order of none (5,300 buffers for a page by value of a rep of 100,000 customers, 63 so). The last
-- are few, and are known before anything is read in an order.
c.owner_id = :member
-- or
c.worker = :member
-- or
c.id = any (array(select few.id from customer_row few where few.more_workers @> array[:member]::bigint[]))
