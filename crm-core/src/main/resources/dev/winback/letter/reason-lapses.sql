-- The lapses for this reason whose letters have not left.
select distinct e.lapse_id
  from lapse_why w
  join letter e on e.lapse_id = w.lapse_id
 where w.reason = :code and e.state in ('PLANNED', 'HELD')
