-- Losses counted by day, class and step: the days of all, and the figures of who sees only his own.
select f.opened_on, f.abc, f.step, f.touched, f.currency, count(*) as losses, sum(f.value_year) as money
  from lapse_far f
/*own*/
 group by 1, 2, 3, 4, 5
