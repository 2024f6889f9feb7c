-- The team is exactly the active reps and managers of these logins; answers how many there are.
with wanted as (
  select id from member where login = any (:logins) and active and role in ('REP', 'MANAGER')
), gone as (
  delete from campaign_member where campaign_id = :id and member_id not in (select id from wanted)
), come as (
  insert into campaign_member (campaign_id, member_id) select :id, id from wanted on conflict do nothing
)
select count(*)::int from wanted
