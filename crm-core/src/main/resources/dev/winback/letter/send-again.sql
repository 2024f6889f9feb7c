-- The in-doubt letter leaves the list and a new one with the same offer takes its place; its coupon stays the one of the
-- first letter, so that a customer who got both still has one code.
with old as (
  update letter
     set state = 'SUPPRESSED', hold_reason = 'SENT_AGAIN', ended_at = clock_timestamp(), version = version + 1
   where id = :id and state = 'IN_DOUBT'
  returning id, lapse_id, customer_id, origin_id, invitation_id, confirmation_call, prompt_id, rung, percent, gives, height, template_id, due_on,
            coalesce(resend_of, id) as first),
again as (
  insert into letter (lapse_id, customer_id, origin_id, invitation_id, confirmation_call, prompt_id, rung, state, percent, gives, height, template_id, due_on, released_by, released_at,
                      resend_of, resend_by, resend_reason)
  select lapse_id, customer_id, origin_id, invitation_id, confirmation_call, prompt_id, rung, 'PLANNED', percent, gives, height, template_id, due_on, :member, :now, first, :member, :reason
    from old
  returning id)
select id from again
