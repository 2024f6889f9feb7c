-- Whoever has the longest name of all who are or were lost. Read only for a subject that names somebody.
select c.ref
  from customer c
 where c.erased_at is null and c.merged_into is null and exists (select from lapse l where l.customer_id = c.id)
 order by length(c.display_name) desc, c.id
 limit 1
