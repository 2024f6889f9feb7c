-- A handover is taken back: customers whom somebody else has got since stay where they are, and so do those of who has left.
-- Records that were merged go with the one they went into.
update customer c
   set owner_id = h.owner_was, owner_since = h.owner_since_was, import_id = null, version = c.version + 1
  from handover_customer h
 where h.handover_id = :handover and (c.id = h.customer_id or c.merged_into = h.customer_id)
   and c.owner_id is not distinct from h.owner_became
   and (h.owner_was is null or exists (select from member m where m.id = h.owner_was and m.active))
