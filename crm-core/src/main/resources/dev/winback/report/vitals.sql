-- What an operator is woken by, in one row. Each line is a look at an index or at a table of a few rows; what can be long is counted up to
-- 100,000, because an exact count would read all letters that wait each half minute. A letter that waits for its moment is held, so what is
-- planned and not put off could leave now: it counts from then, or from when the last letter left, as behind many others it only stands in line.
select
  (select count(*) from (select from letter where state = 'PLANNED' limit 100000) l) as letters_planned,
  (select count(*) from (select from letter where state = 'HELD' limit 100000) l) as letters_held,
  (select count(*) from letter where state in ('CLAIMED', 'ANNOUNCED')) as letters_claimed,
  (select count(*) from (select from letter where state = 'IN_DOUBT' limit 100000) l) as letters_in_doubt,
  (select coalesce(max(announcement), 0) from letter where announcement is not null) as letters_announced,
  coalesce((select extract(epoch from clock_timestamp() - greatest(
                     coalesce(l.next_attempt_at, l.planned_at),
                     (select max(announced_at) from letter where announced_at is not null)))
     from (select next_attempt_at, planned_at from letter
                 where state = 'PLANNED' and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
                 order by id limit 1) l), 0) as letters_waiting,
  (select count(*) from relay where noted is not null or paused_until > clock_timestamp()) as relay_stopped,
  (select coalesce(extract(epoch from max(finished_at)), 0) from night where state = 'done') as night_finished,
  (select count(*) from (select state from night order by day desc limit 1) n where n.state = 'failed') as night_failed,
  (select count(*) from (select from shop_delivery where state = 'waiting' limit 100000) s) as deliveries_waiting,
  (select count(*) from (select from shop_delivery where state = 'refused' limit 100000) s) as deliveries_refused,
  (select count(*) from webhook
    where not removed and (disabled_reason is not null or active and failing_since is not null)) as webhooks_failing,
  (select coalesce(max(place), 0) from audit_link) as audit_place,
  (select count(*) from (select from audit
                          where kind = 'DENIAL' and created_at > clock_timestamp() - interval '1 hour' limit 100000) a) as audit_denials
