-- DEC-36: the next call of a loss in a pause is due when the pause ends, however often the pause is moved.
update task
   set due_on = :until, due_at = null, version = version + 1
 where lapse_id = :lapse and state = 'open' and kind = 'call' and due_on <> :until
