-- By which criteria a customer would be A (DEC-06), so that the lists of two of them can be laid side by side: 1 amount, 2 rendered,
-- 4 purchases, 8 units, 16 profit.
alter table customer_category add column a_by smallint not null default 0;
-- Who is A by one criterion and not by another, in the order of value: the criteria are compared in the index, where no row is read.
create index customer_category_a_by on customer_category (value desc, customer_id desc, a_by) where a_by <> 0;
-- The limits of a night before do not say where A ends by the other criteria: the next night finds them.
delete from category_limit;
