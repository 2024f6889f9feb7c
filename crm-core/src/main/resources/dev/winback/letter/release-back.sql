-- The words of a language are others: letters to its customers that a person let go wait for a person again.
update letter l
   set released_by = null, released_at = null, version = l.version + 1
  from customer c
 where l.rung = :rung and l.state in ('PLANNED', 'HELD') and l.released_at is not null and l.resend_of is null
   and c.id = l.customer_id and lower(left(c.language, 2)) = :language
