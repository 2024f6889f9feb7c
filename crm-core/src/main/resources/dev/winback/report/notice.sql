-- What the banners of every page say: two rows by primary key, so that it costs nothing on each page.
select firm.demo,
       firm.sending_stopped,
       relay.needs_person,
       coalesce(relay.paused_until > clock_timestamp(), false) and not relay.needs_person as relay_paused
from firm, relay
