-- The newest move of the customer that stands, when it says the same: the click came twice.
select id from (
  select id, to_group, reason from group_move
  where customer_id = :customer and undone_at is null order by id desc limit 1
) newest
where to_group is not distinct from cast(:group as smallint) and reason = :reason
