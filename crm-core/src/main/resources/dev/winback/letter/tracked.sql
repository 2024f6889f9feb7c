-- Which of the claimed letters may say that they were read: their readers have agreed, and they are no letters that are
-- answered by a link of their own.
-- A reminder of a cart leads to that cart, which no number of a template names.
select l.id, may_track(l.customer_id, true) as clicks,
       may_track(l.customer_id, false) and exists (select from rung_pixel p where p.rung = l.rung) as opens
  from letter l
 where l.id = any (:ids) and l.invitation_id is null and l.confirmation_call is null and l.rung not between -13 and -11
   and exists (select from tracking_consent t where t.customer_id = l.customer_id)
