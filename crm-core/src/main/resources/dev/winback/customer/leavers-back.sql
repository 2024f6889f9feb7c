-- Who left by a contact that says so no longer, because it was corrected or taken back, is there again, and who was noted for it
-- alone is noted no longer. Another contact that says the same, and of nobody else, keeps him left.
with withdrawn as (
  select p.customer_id, p.id, p.source = 'winback' as made
    from person p
   where p.customer_id = any (:customers::bigint[]) and p.left_contact is not null
     and not exists (select from contact k
                      where k.customer_id = p.customer_id and k.id = p.left_contact and k.result = 'person_gone')
     and not exists (select from contact k
                      where k.customer_id = p.customer_id and k.result = 'person_gone'
                        and not exists (select from person q where q.customer_id = k.customer_id and q.left_contact = k.id))
), back as (
  update person p
     set left_on = null, left_contact = null
    from withdrawn w
   where p.customer_id = w.customer_id and p.id = w.id and not w.made)
delete from person p
 using withdrawn w
 where p.customer_id = w.customer_id and p.id = w.id and w.made
