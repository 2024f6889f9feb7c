-- What is open of a member's customers and what came back, by currency; the firm's currency first. Each part is counted in indexes alone
-- (4,900 buffers of losses and customers for a rep of 100,000 customers, 24 so).
select s.currency, sum(s.open) as open, sum(s.late) as late, sum(s.value_year) as value_year, sum(s.won) as won
from (
/*open*/
union all
/*won*/
) s
group by s.currency
order by s.currency <> :currency, s.currency
