-- What a member finds in his rail: his own views, then those that others share; the views of who left have left with him.
select v.id, v.name, v.path, v.query, v.shared, v.position, v.member_id = :member as own, m.name as owner, v.version
from saved_view v
join member m on m.id = v.member_id
where not v.removed and (v.member_id = :member or v.shared and m.active)
  and (cast(:id as bigint) is null or v.id = :id)
order by v.member_id <> :member, case when v.member_id = :member then v.position end, v.name, v.id
