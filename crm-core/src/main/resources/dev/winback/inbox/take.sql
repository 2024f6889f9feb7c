-- One mail, for who decides about it.
select own_id, state, came_at, sender, subject, words, message_id from arrival where id = :id for update
