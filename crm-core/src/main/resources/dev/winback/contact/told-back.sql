-- Who was not there any more by a contact that a file or a program told, and by nothing else (left_told), and of whom nobody tells that any
-- more: the contact was corrected, or taken back with its run.
select c.id
  from customer c
 where c.id = any (:customers::bigint[]) and c.status = 'left' and c.left_told and c.erased_at is null
   and not exists (select from contact k where k.customer_id = c.id and k.result = 'person_gone')
 order by c.id
