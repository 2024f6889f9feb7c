-- Work that follows from a contact which nobody tells any more, because it was corrected or taken back with its run, ends.
update task t
   set state = 'cancelled', closed_at = :now, version = version + 1
 where t.customer_id = any (:customers::bigint[]) and t.state = 'open' and t.told_contact is not null
   and not exists (select from contact k
                    where k.customer_id = t.customer_id and k.id = t.told_contact
                      and k.result = any (case t.kind when 'far_contact' then array['final_no'] when 'thank_you' then array['ordered']
                                                  else array['wrong_number', 'moved', 'person_gone'] end))
