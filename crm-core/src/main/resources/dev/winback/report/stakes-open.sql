select l.currency, count(*) as open, count(*) filter (where l.stage = 'LATE') as late, sum(l.value_year) as value_year, 0 as won
  from lost_row l
 where l.stage in (/*open stages*/) and /*visible lost row*/
 group by l.currency
