-- A call to a customer without a loss that found nobody; no time was agreed, so it says nothing of him.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, agreed)
values (:customer, 'winback', :own, :at, 'phone', 'out', :member, 'not_there', false, false)
on conflict (external_id, source) do nothing
