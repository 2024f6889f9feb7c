-- What is known of one loss: the current row, its own or that of a record which became part of it.
select f.*, m.name as member, r.problem as derived_problem
  from why_of(:lapse) f
  left join member m on m.id = f.member_id
  left join reason r on r.code = f.reason
