-- How the losses that are our fault stand to the five checks (LET-18): each with the first one that is not met.
select fault_check(p.lapse_id) as missing, count(*) as losses
  from prompt p
  join lapse l on l.id = p.lapse_id and l.stage in (/*open stages*/)
 where p.rung = /*rung FAULT*/
 group by 1
