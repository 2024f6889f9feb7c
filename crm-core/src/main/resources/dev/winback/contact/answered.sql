-- An answer of ours to what a customer wrote; its own id makes it one, however often it comes. By telephone he was there.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, note)
values (:customer, 'winback', :own, :at, :channel, 'out', :member, 'answered', :channel in ('phone', 'visit'), nullif(:note, ''))
on conflict do nothing
