-- A mail of the customer that came into the firm's mailbox; who writes has been reached.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached, note)
values (:customer, 'winback', :own, :at, 'email', 'in', true, nullif(:words, ''))
on conflict do nothing
