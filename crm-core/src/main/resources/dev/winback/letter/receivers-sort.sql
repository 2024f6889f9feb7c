-- Letters that nobody has looked at yet are put to their receivers, a few at a time; those of a node that does the same
-- meanwhile are left to it.
update letter l
   set mail_group = mail_group_of(c.email), version = l.version + 1
  from customer c
 where c.id = l.customer_id
   and l.id = any (array (
                 select id from letter
                 where state = 'PLANNED' and mail_group is null
                 -- the order of the index, so that it is read and not the table
                 order by mail_group, next_attempt_at nulls first, id
                 limit 500 for update skip locked))
