-- How many became customers in each month; months without any are left out.
/*moves*/
select cast(date_trunc('month', m.day) as date) as month, count(*) as customers
  from move m
-- join c
  join customer c on c.id = m.customer_id
-- end
 where m.day <= :until and /*visible*/
 group by 1
 order by 1
