-- The latest customers with a full name: what a letter usually looks like. Read from the end, so it costs nothing.
select 'typical' as kind, ref, display_name from addressee
 where first_name is not null and last_name is not null order by lapse_id desc limit 3
