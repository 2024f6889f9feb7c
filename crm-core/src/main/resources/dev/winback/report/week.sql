-- The seven days of the start page's first sentence: who was lost, how many of them of class A and what they brought a year, who is late since then, who came
-- back and for how much; money in the firm's currency, as far as lapses record it. What is summed comes with the moves: joined to their
-- losses once more, four times as much was read.
/*moves*/
select cast(:from as date) as from_day, cast(:until as date) as until_day,
       count(*) filter (where m.kind = 'loss') as losses,
       count(k.customer_id) as losses_of_a,
       coalesce(sum(m.value_year) filter (where m.kind = 'loss' and m.currency = :currency), 0) as lost_year,
       (select count(*) from lost_row l where l.stage = 'LATE' and l.opened_on between :from and :until and /*whose late*/) as late,
       count(*) filter (where m.kind = 'return') as returns,
       coalesce(sum(p.amount - p.refunded), 0) as first_orders
from move m
left join customer_category k on k.customer_id = m.customer_id and k.abc = 'A' and m.kind = 'loss'
left join purchase p on p.customer_id = m.customer_id and m.kind = 'return' and p.id = m.purchase and p.currency = :currency
where m.day between :from and :until and /*whose*/
