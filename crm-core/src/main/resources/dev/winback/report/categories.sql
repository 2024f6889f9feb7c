-- How many customers stand where, what they bring in a year and how many of them have an open lapse: every figure of the
-- page of categories in one pass. Each is the length of the list behind it, which has the same conditions.
select k.abc, k.xyz, k.priority_group, k.vip, k.fallen, k.candidate, k.second,
       count(*) as customers, sum(k.value) as value, count(l.customer_id) as lost
/*from*/
left join lapse l on l.customer_id = k.customer_id and l.stage in (/*open stages*/)
group by 1, 2, 3, 4, 5, 6, 7
