-- What the list of erasures has to hold: numbers of erased persons with the end of their day, mailboxes that get no letter by a word of
-- the person or of ours (a file tells its own no again), and those that may again. Since a moment; of who was erased all, who are few.
-- Both ends of the time are said: of a beginning alone a kept plan expects a third of all rows, and reads them.
select 'ERASED' as kind, until as at, 'number' as reason, ref_hash as hash
from erased_ref
union all
select 'STOPPED', created_at, reason, address_hash
from suppression
where reason <> 'no_consent' and created_at between :since::timestamptz and 'infinity'
union all
select 'LIFTED', lifted_at, reason, address_hash
from suppression
where reason <> 'no_consent' and lifted_at between :since::timestamptz and 'infinity'
