-- Campaigns, those that run first, each with its coverage: of the losses on the list how many somebody has contacted from
-- the first day on (a call or visit of ours that was logged, a letter that left), how many came back since, and how many that were
-- drawn for the team are with nobody of it; counted for the page alone. Who was kept back is told apart everywhere. A loss that became
-- part of another one is counted as that one.
select k.id, k.title, k.state, m.name as lead, m.login as lead_login, k.lead_post as post, k.starts_on, k.ends_on, k.offers,
       k.most_percent, k.budget, cast(:currency as text) as currency, k.bonus_percent, k.incentive, k.control, team.names as team_names, team.logins as team_logins,
       coalesce(f.losses, 0) as losses, coalesce(f.kept, 0) as kept, coalesce(f.held, 0) as held, coalesce(f.contacted, 0) as contacted, coalesce(f.returned, 0) as returned,
       coalesce(f.outside, 0) as outside, coalesce(f.uncontacted, 0) as uncontacted, k.version
from (
  select k.*
  from (select *, case state when 'running' then 0 when 'draft' then 1 else 2 end as place from campaign) k
  where k.removed_at is null
    and (cast(:id as bigint) is null or k.id = :id)
    and (cast(:state as text) is null or k.state = :state)
    and /*seen*/
    and (cast(:after_id as bigint) is null
         or (k.place, -(k.starts_on - date '2000-01-01'), -k.id)
            > (cast(:after_place as bigint), cast(:after_start as bigint), -cast(:after_id as bigint)))
  order by k.place, k.starts_on desc, k.id desc
  limit :limit) k
join member m on m.id = k.lead_id
left join lateral (
  select string_agg(t.name, ', ' order by t.name) as names, string_agg(t.login, ',' order by t.login) as logins
  from campaign_member c
  join member t on t.id = c.member_id
  where c.campaign_id = k.id) team on true
left join lateral (
  select count(*) as losses, count(*) filter (where s.arm = 'control') as kept, count(*) filter (where s.arm = 'held') as held,
         count(*) filter (where s.touched and s.arm is distinct from 'control') as contacted,
         count(*) filter (where s.back and s.arm is distinct from 'control') as returned,
         count(*) filter (where s.open and not s.ours and coalesce(s.arm, 'treated') = 'treated') as outside,
         count(*) filter (where s.open and not s.touched and s.arm is distinct from 'control') as uncontacted
  -- "offset 0": what is told of a loss is looked up once, not for each count
  from (/*states*/ where x.campaign_id = k.id offset 0) s
  -- the few who are erased are looked up, not each customer
  where s.customer_id not in (select e.id from customer e where e.erased_at is not null)) f on true
order by k.place, k.starts_on desc, k.id desc
