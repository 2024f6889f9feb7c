-- Notes that nobody has gone on with since a moment.
delete from note_draft
where (member_id, task_id) in (select member_id, task_id from note_draft where saved_at < :before limit :batch)
