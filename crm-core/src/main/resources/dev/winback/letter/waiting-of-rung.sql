-- The letters of a rung that wait for a person, in the order in which they leave.
select id from letter where state = 'HELD' and hold_reason = 'REVIEW' and rung = :rung order by id limit :limit
