-- What the reader asked for, in the place of what he had asked for before.
insert into mailbox_quiet (address_hash, kind, until, letter_id)
values (address_hash(:address), :kind, :until, :letter)
