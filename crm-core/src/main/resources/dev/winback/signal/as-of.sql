-- The day whose night finished last: what is shown of silence is counted up to it. finished_at stays while that night is
-- run again.
select day from night where finished_at is not null order by finished_at desc, id desc limit 1
