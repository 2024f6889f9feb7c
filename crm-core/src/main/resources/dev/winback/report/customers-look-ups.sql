-- What the customers c of a page are looked up in once they are chosen, one at a time: joined plainly, a page of a small firm read all values
-- and categories there are (4.3 ms of CPU at 10,000 customers, 1.0 so). Of those found by an address or a number there are one or two, for
-- whom the members need not all be read.
-- if few
left join lateral (select name from member where id = c.owner_id limit 1) owner on true
-- end
-- if many
left join member owner on owner.id = c.owner_id
-- end
left join lateral (select * from customer_value where customer_id = c.id limit 1) v on true
left join lateral (select * from customer_category where customer_id = c.id limit 1) k on true
left join lateral (select stage from lapse where customer_id = c.id order by number desc limit 1) l on true
-- join s
cross join lateral (select /*standing*/ as standing) s
-- end
