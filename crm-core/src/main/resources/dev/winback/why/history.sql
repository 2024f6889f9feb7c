-- All that was told of one loss, the newest first; what was taken back stays visible as such.
select f.*, m.name as member, r.problem as derived_problem
  from finding f
  left join member m on m.id = f.member_id
  left join reason r on r.code = f.reason
 where f.lapse_id in (select parts_of(:lapse))
 order by f.id desc
