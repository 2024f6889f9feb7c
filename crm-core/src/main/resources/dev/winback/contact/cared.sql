-- A contact with a good customer that was logged here; its own id makes it one, however often it comes.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, reached, note)
values (:customer, 'winback', 'care-' || :care, :at, :channel, 'out', :member, true, nullif(:note, ''))
on conflict (external_id, source) do nothing
