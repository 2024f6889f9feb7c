-- The in-doubt letter leaves the list and a new one with the same offer takes its place; the coupon goes with it, so
-- that a customer who got both letters still has one code.
with old as (
  update letter
     set state = 'SUPPRESSED', hold_reason = 'SENT_AGAIN', ended_at = clock_timestamp(), version = version + 1
   where id = :id and state = 'IN_DOUBT'
  returning id, lapse_id, customer_id, rung, percent, template_id, due_on),
again as (
  insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, released_by, released_at,
                      resend_of, resend_by, resend_reason)
  select lapse_id, customer_id, rung, 'PLANNED', percent, template_id, due_on, :member, :now, id, :member, :reason
    from old
  returning id, resend_of),
moved as (
  update coupon k set letter_id = again.id from again where k.letter_id = again.resend_of)
select id from again
