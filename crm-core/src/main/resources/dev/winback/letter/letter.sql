-- One letter with what was sent and how it went, for who may see its customer.
select e.id, c.ref, c.display_name, e.rung, e.height, e.state, e.hold_reason, e.hold_until,
       case when e.state = 'PLANNED' and e.attempts > 0 and e.next_attempt_at > clock_timestamp() then e.next_attempt_at end as put_off_until, e.percent, k.code as coupon,
       e.due_on, e.announced_at, e.sent_at, e.address, e.subject, s.html, s.text, e.message_id, k.valid_until,
       e.planned_at, e.claimed_at, e.ended_at, e.smtp_code, e.smtp_reply, e.attempts, m.name as released_by,
       e.resend_of, b.name as resend_by, e.resend_reason,
       -- one that was announced and then refused is asked again before it leaves
       case when e.state in ('ANNOUNCED', 'SENT', 'FAILED', 'IN_DOUBT') then e.basis end as basis, e.consent_at, late.purchased_at as late_bought_at,
       late.received_at as late_told_at
  from letter e
  join customer c on c.id = e.customer_id
  join sent_words s on s.letter_id = e.id
  left join coupon k on k.letter_id = coalesce(e.resend_of, e.id)
  left join member m on m.id = e.released_by
  left join member b on b.id = e.resend_by
  left join lapse p on p.id = e.lapse_id
  left join prompt t on t.id = e.prompt_id
  left join cart w on w.customer_id = t.customer_id and w.id = t.cart_id
  left join lateral (
    -- he had bought again before it left, as we know by now: what the gate would have seen
    select q.purchased_at, q.received_at
      from purchase q
     where e.sent_at is not null and e.confirmation_call is null
       and q.customer_id = e.customer_id and q.counting
       -- of the loss, or of the cart that was left
       and q.purchased_at >= coalesce((p.silent_since + 1)::timestamp at time zone :zone, w.carted_at)
       and q.received_at > e.sent_at and bought_by(q.purchased_at, q.received_at, :zone) < e.sent_at
     order by q.received_at, q.purchased_at
     limit 1) late on true
 where e.id = :id
   and /*visible*/
