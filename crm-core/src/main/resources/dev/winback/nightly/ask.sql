-- A night is asked for: a new row, or the row of that day again. One that is running runs once more when a person asks, so
-- that no fact of the meantime is missed; one that was killed or failed goes on behind its last finished step.
insert into night as n (day, state, node) values (:day, 'running', :node)
on conflict (day) do update
set again = n.again or (n.state = 'running' and :by_person), state = 'running', node = excluded.node, message = null,
    started_at = case when n.state = 'running' then n.started_at else clock_timestamp() end
returning id
