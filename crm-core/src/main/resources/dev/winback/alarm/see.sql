-- The member has seen these; how many of them he may see at all.
with visible as (
  select a.id from alarm a join customer c on c.id = a.customer_id
   where a.id = any (:ids) and c.erased_at is null and /*visible*/
), seen as (
  insert into alarm_seen (alarm_id, member_id, seen_at) select id, :member, :now from visible
  on conflict do nothing
)
select count(*) from visible
