-- What the customer told one of us outside a planned call; its own id makes it one, however often it comes.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, note)
values (:customer, 'winback', :own, :at, :channel, 'in', :member, :result, true, nullif(:note, ''))
on conflict do nothing
returning id
