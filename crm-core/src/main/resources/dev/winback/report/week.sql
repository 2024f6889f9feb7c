-- The seven days of the start page's first sentence: who was lost, how many of them of class A and what they brought a year, who came
-- back and for how much; money in the firm's currency, as far as lapses record it.
/*moves*/
select cast(:from as date) as from_day, cast(:until as date) as until_day,
       count(*) filter (where m.kind = 'loss') as losses,
       count(*) filter (where m.kind = 'loss' and k.abc = 'A') as losses_of_a,
       coalesce(sum(l.value_year) filter (where m.kind = 'loss' and l.currency = :currency), 0) as lost_year,
       count(*) filter (where m.kind = 'return') as returns,
       coalesce(sum(p.amount - p.refunded) filter (where m.kind = 'return' and p.currency = :currency), 0) as first_orders
from move m
left join customer_category k on k.customer_id = m.customer_id
left join lapse l on l.id = m.lapse
left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
where m.day between :from and :until and /*whose*/
