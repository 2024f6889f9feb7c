-- One manager whose letter of this week nobody has begun, or that a relay did not take and whose pause is over. Of two nodes one gets the row:
-- the other waits for its key and then finds it taken.
with claimed as (
  insert into weekly_letter as w (member_id, week, state, claimed_at)
  select m.id, :week, 'sending', :now
    from member m
   where m.active and m.role = 'MANAGER' and m.weekly_letter and btrim(coalesce(m.email, '')) <> ''
     and not exists (select from weekly_letter x where x.member_id = m.id and x.week = :week
                        and (x.state <> 'waiting' or x.retry_at > :now))
   order by m.id
   limit 1
  on conflict (member_id, week) do update set state = 'sending', claimed_at = excluded.claimed_at, retry_at = null, reply = null
    where w.state = 'waiting' and w.retry_at <= excluded.claimed_at
  returning w.member_id
)
select m.id as member, cast(:week as date) as week, m.login, m.name, m.email
  from claimed
  join member m on m.id = claimed.member_id
