-- How many contacts a loss gets and has had; a call that was taken back is none.
select planned_contacts(:lapse) as planned,
       (select count(*) from call where lapse_id = :lapse and undone_at is null)::int as made,
       exists (select from task where lapse_id = :lapse and state = 'open') as step_open
