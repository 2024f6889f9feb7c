-- One mail, for who decides about it.
select own_id, state, came_at, sender, subject, words from arrival where id = :id for update
