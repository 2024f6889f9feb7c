-- What the gate would say at this moment of letters that wait for a person, were they let go now. Null: they would leave.
select g.id, g.reason, g.until
  from (/*gate*/) g
 order by g.id
