-- How many contacts a loss gets and has had; a call that was taken back is none.
select planned_contacts(:lapse) as planned,
       calls_made(:lapse) as made,
       exists (select from task where lapse_id in (select parts_of(:lapse)) and state = 'open') as step_open
