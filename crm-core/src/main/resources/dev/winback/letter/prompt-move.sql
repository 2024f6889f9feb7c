-- A reminder that fell outside of the hours for letters moves to the next opening, and its time runs from there; one that
-- waits for anything else grows old.
update prompt t
   set expires_at = l.hold_until + case t.rung when -11 then interval '3 hours' else interval '12 hours' end
  from letter l
 where l.prompt_id = t.id and t.cart_id is not null
   and l.state = 'HELD' and l.hold_reason = 'OUTSIDE_HOURS' and t.expires_at > :now
   and t.expires_at < l.hold_until + case t.rung when -11 then interval '3 hours' else interval '12 hours' end
