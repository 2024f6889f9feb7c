-- What the gate does not let through waits with its reason; nothing is dropped in silence.
update letter
   set state = 'HELD', hold_reason = g.reason, hold_until = g.until, mail_group = null, node = null, lease_until = null,
       version = version + 1
  from (/*gate*/) g
 where letter.id = g.id
   and g.reason is not null
   and (letter.state = 'PLANNED' or (letter.state = 'CLAIMED' and letter.node = :node))
