-- How many customers are A by which criteria at once (DEC-06), of which the lists behind two criteria are made: a tenth of the customers,
-- in an index of their own.
select k.a_by, count(*) as customers
from customer_category k
where k.a_by <> 0
group by k.a_by
