-- The steps of nights that were over before a moment; the nights stay, because they say which days are done.
delete from nightly_step
where (night_id, name) in (select night_id, name from nightly_step where finished_at < :before limit :batch)
