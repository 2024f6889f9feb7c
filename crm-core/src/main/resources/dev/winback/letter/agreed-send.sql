-- One letter for each confirmation, which leaves when nobody has taken it back meanwhile; the unique key makes a second one
-- nothing. The database's clock decides when a letter is due.
insert into letter (lapse_id, customer_id, confirmation_call, rung, state, percent, template_id, due_on, next_attempt_at,
                    released_by, released_at)
select n.lapse_id, n.customer_id, n.call_id, r.number, 'PLANNED', 0, r.template_id, :day,
       clock_timestamp() + make_interval(secs => :wait), :member, :now
  from confirmation n
  join rung r on r.number = /*rung CONFIRMATION*/
 where n.call_id = :call and n.dropped_at is null
on conflict do nothing
