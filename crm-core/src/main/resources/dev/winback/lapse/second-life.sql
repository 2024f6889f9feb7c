-- What each customer who returned buys now, against what he bought before (RET-04, RET-09), as of the night's day. Volume is
-- net counting revenue a year in the lapse's currency. Before: the year up to the last purchase before the silence, of who
-- had been a customer for less: that time, but 90 days at least. Since: the time since the return, the last year of it at
-- most, 90 days at least, so that one trial order is not a volume. Shares are of the firm's turnover in the same whole
-- months: the twelve up to the silence, and those since the return. Only what changed is written.
with returned as (
  select l.id, l.customer_id, l.currency, l.silent_since, l.returned_on, l.return_purchase_id
  from lapse l
  where l.stage in (/*won stages*/) and l.returned_on > :day - 800
    and /*whose*/
), gone as (
  delete from second_life s
  using lapse l
  where l.id = s.lapse_id and l.stage not in (/*won stages*/)
    and /*whose*/
), bought as (
  select r.id, (p.purchased_at at time zone :zone)::date as day, p.amount - p.refunded as net, p.id = r.return_purchase_id as trial
  from returned r
  join purchase p on p.customer_id = r.customer_id and p.counting and p.currency = r.currency
), figures as (
  select r.id, r.customer_id, r.currency, r.silent_since, r.returned_on,
         coalesce(sum(b.net) filter (where b.day > r.silent_since - 365 and b.day <= r.silent_since), 0) as before,
         least(365, greatest(90, r.silent_since - min(b.day) + 1)) as before_days,
         coalesce(sum(b.net) filter (where b.day >= r.returned_on and b.day > :day - 365 and b.day <= :day), 0) as since,
         least(365, greatest(90, :day - r.returned_on + 1)) as since_days,
         max(b.net) filter (where b.trial) as trial,
         coalesce(sum(b.net) filter (where b.day >= date_trunc('month', r.silent_since::timestamp) - interval '11 months'
                                       and b.day < date_trunc('month', r.silent_since::timestamp) + interval '1 month'), 0) as months_before,
         coalesce(sum(b.net) filter (where b.day >= date_trunc('month', r.returned_on::timestamp) and b.day <= :day), 0) as months_since
  from returned r
  left join bought b on b.id = r.id
  group by r.id, r.customer_id, r.currency, r.silent_since, r.returned_on
), yearly as (
  select f.*, round(f.before * 365 / f.before_days, 2) as before_year, round(f.since * 365 / f.since_days, 2) as since_year,
         (select sum(t.amount) from turnover_month t
           where t.month > f.silent_since - interval '12 months' and t.month <= f.silent_since) as firm_before,
         (select sum(t.amount) from turnover_month t
           where t.month >= date_trunc('month', f.returned_on::timestamp) and t.month <= :day) as firm_since
  from figures f
)
insert into second_life as s (lapse_id, customer_id, before_year, since_year, percent, trial, share_before, share_after)
select id, customer_id, before_year, since_year,
       case when before_year > 0 then least(9999, floor(100 * since_year / before_year))::int end, trial,
       case when currency = :currency and firm_before > 0 then round(100 * months_before / firm_before, 4) end,
       case when currency = :currency and firm_since > 0 then round(100 * months_since / firm_since, 4) end
from yearly
on conflict (lapse_id) do update
set customer_id = excluded.customer_id, before_year = excluded.before_year,
    since_year = excluded.since_year, percent = excluded.percent, trial = excluded.trial,
    share_before = excluded.share_before, share_after = excluded.share_after
where (s.before_year, s.since_year, s.percent, s.trial, s.share_before, s.share_after)
      is distinct from (excluded.before_year, excluded.since_year, excluded.percent, excluded.trial,
                        excluded.share_before, excluded.share_after)
