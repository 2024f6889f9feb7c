-- Letters that nobody has written yet, for the gate: one of :rung to each of these customers, for no loss, by a prompt that is not there.
select u.id, u.id as customer_id, r.number as rung, r.percent, cast(-1 as bigint) as prompt_id, cast(null as bigint) as lapse_id,
       cast(null as bigint) as invitation_id, cast(null as bigint) as resend_of, cast(null as bigint) as confirmation_call,
       cast(null as timestamptz) as released_at, cast(null as integer) as height
  from customer u
 cross join rung r
 where u.id = any (:ids) and r.number = :rung
