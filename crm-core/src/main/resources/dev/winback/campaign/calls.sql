-- The newest first.
select t.id, t.lapse_id as lapse, c.ref, c.display_name as name, m.name as member, t.called_at, t.result, t.detail, coalesce(r.reached, false) as talked
/*where*/
  and (cast(:who as text) is null or m.login = :who) and (not :talks or r.reached) and /*visible*/
  and (cast(:after_id as bigint) is null or (t.called_at, t.id) < (cast(:after_at as timestamptz), cast(:after_id as bigint)))
order by t.called_at desc, t.id desc
limit :limit
