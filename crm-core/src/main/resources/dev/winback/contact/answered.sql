-- An answer of ours to what a customer wrote; its own id makes it one, however often it comes.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, note)
values (:customer, 'winback', :own, :at, :channel, 'out', :member, 'answered', nullif(:note, ''))
on conflict do nothing
