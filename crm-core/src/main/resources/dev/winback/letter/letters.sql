-- Letters newest first. A rep sees those of customers he owns or whose lapse is assigned to him, which are known before the letters are gone
-- through (letter by letter they were 16,700 buffers for a rep among a hundred); keyset by id.
select e.id, c.ref, c.display_name, e.rung, e.height, e.state, e.hold_reason, e.hold_until,
       case when e.state = 'PLANNED' and e.attempts > 0 and e.next_attempt_at > clock_timestamp() then e.next_attempt_at end as put_off_until, e.percent, k.code as coupon,
       e.due_on, e.announced_at, e.sent_at, e.address, e.message_id, e.smtp_reply
  from letter e
  join customer c on c.id = e.customer_id
  left join coupon k on k.letter_id = coalesce(e.resend_of, e.id)
 where e.id < :before
   and e.state in (/*states*/)
-- if reason
   and e.hold_reason = :reason
-- end
-- if unexplained
   and e.hold_reason is null
-- end
-- if rung
   and e.rung = :rung
-- end
-- if survey
   and e.invitation_id = any (array(select i.id from survey_invitation i where i.survey_id = :survey))
-- end
-- if customer
   and e.customer_id = coalesce((select coalesce(r.merged_into, r.id) from customer r where r.ref = :customer),
                               (select a.customer_id from customer_alias a where a.source = '' and a.number = :customer))
-- end
-- if q
   -- by the indexes of customers: who was found is few
   and e.customer_id = any (array(select coalesce(c.merged_into, c.id) from customer c where /*search*/))
-- end
   and /*whose*/
 order by e.id desc
 limit :limit
