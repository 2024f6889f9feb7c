-- A call logged here is a contact like an imported one; its own id makes it one, however often it comes.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result,
                     reached, agreed, note, lapse_id)
values (:customer, 'winback', 'call-' || :call, :at, :channel, 'out', :member, :result,
        :reached, :agreed, nullif(:note, ''), :lapse)
returning id
