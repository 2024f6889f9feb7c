-- The offer that moved this call, or made it, did not reach the customer: the call is again what it was before, or is not made at
-- all. One that somebody or a pause has moved since stays where it is; where another offer has moved it since, that one keeps what was
-- before both.
with below as (
  update task t
     set before_offer = (t.before_offer -> 'before') || jsonb_build_object('offer', t.before_offer -> 'offer',
                                                                          'moved_to', t.before_offer -> 'moved_to'),
         version = t.version + 1
   where t.lapse_id in (select parts_of(:lapse)) and t.kind = 'call' and t.state = 'open'
     and (t.before_offer -> 'before' ->> 'offer')::bigint = :offer
)
update task t
   set state = case when t.before_offer ->> 'due_on' is null then 'cancelled' else t.state end,
       closed_at = case when t.before_offer ->> 'due_on' is null then :now::timestamptz else t.closed_at end,
       due_on = coalesce((t.before_offer ->> 'due_on')::date, t.due_on),
       due_at = (t.before_offer ->> 'due_at')::timestamptz,
       part = t.before_offer ->> 'part',
       paused_from = (t.before_offer ->> 'paused_from')::date,
       paused_from_at = (t.before_offer ->> 'paused_from_at')::timestamptz,
       paused_to = (t.before_offer ->> 'paused_to')::date,
       before_offer = nullif(t.before_offer -> 'before', 'null'), version = t.version + 1
 where t.lapse_id in (select parts_of(:lapse)) and t.kind = 'call' and t.state = 'open'
   and (t.before_offer ->> 'offer')::bigint = :offer
   and t.due_on = (t.before_offer ->> 'moved_to')::date and t.due_at is null
