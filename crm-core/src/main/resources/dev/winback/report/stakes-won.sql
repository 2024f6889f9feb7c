select l.currency, 0 as open, 0 as late, 0 as value_year, count(*) as won
  from lost_row l
 where l.stage in (/*won stages*/) and not l.erased and /*visible lost row*/
 group by l.currency
