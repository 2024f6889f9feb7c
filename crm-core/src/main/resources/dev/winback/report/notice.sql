-- What the banners of every page say: a few rows by key or small index, so that it costs nothing on each page.
select firm.demo,
       firm.sending_stopped,
       relay.needs_person,
       coalesce(relay.paused_until > clock_timestamp(), false) and not relay.needs_person as relay_paused,
       relay.noted is not null as announcements_missing,
       exists (select from rung where paused_at is not null) as rung_paused,
       -- the first of the index of reasons, or none
       (select min(id) from letter where state = 'HELD' and hold_reason = 'DAY_CAP') is not null as quota_used,
       sending.trial is not null as trial,
       -- a firm's first file came after its last night: nobody is lost yet, whatever the file says
       not exists (select from lapse)
         and exists (select from import_run r
                      where r.state = 'done' and not r.dry_run and r.created > 0
                        and r.finished_at > coalesce((select max(n.finished_at) from night n where n.state = 'done'), '-infinity')) as unseen
from firm, relay, sending
