-- What the banners of every page say: a few rows by key or small index, so that it costs nothing on each page.
select firm.demo,
       firm.sending_stopped,
       relay.needs_person,
       coalesce(relay.paused_until > clock_timestamp(), false) and not relay.needs_person as relay_paused,
       relay.noted is not null as announcements_missing,
       exists (select from rung where paused_at is not null) as rung_paused,
       -- the first of the index of reasons, or none
       (select min(id) from letter where state = 'HELD' and hold_reason = 'DAY_CAP') is not null as quota_used,
       sending.trial is not null as trial
from firm, relay, sending
