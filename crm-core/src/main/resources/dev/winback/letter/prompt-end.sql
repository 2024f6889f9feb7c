-- Letters whose prompt is over end, in the order of their numbers. Why they could not leave before is kept where it would
-- have kept them for ever; who only waited for a time or a person was missed.
with over as materialized (
  select l.id, prompt_over(l.prompt_id, :now, :zone) as reason
    from letter l
   where l.prompt_id is not null and l.state in ('PLANNED', 'HELD')
-- if customers
     and l.customer_id = any (:customers::bigint[])
-- end
-- if lapses
     and l.customer_id in (select q.customer_id from lapse q where q.id = any (:lapses::bigint[]))
-- end
-- if rung
     and l.rung = :rung
-- end
-- if news
     and l.prompt_id in (select t.id from prompt t where t.news_id = :news)
-- end
-- if prompts
     and l.prompt_id = any (:prompts::bigint[])
-- end
-- if letters
     and l.id = any (:letters)
-- end
-- if minute
     -- by cause: of carts, days and thanks few wait at a time, and any of them may be over; news go to many and are over
     -- by their day, or when they are withdrawn, which ends them itself
     and l.id in (select w.id
                    from letter w
                   where w.prompt_id is not null and w.state in ('PLANNED', 'HELD') and w.rung in (/*rung BIRTHDAY*/, /*rung ANNIVERSARY*/, /*rung CART_AT_ONCE*/, /*rung CART_NEXT_DAY*/, /*rung CART_LAST*/, /*rung SECOND_PURCHASE*/, /*rung REFERRAL*/)
                  union all
                  select w.id
                    from letter w
                   where w.prompt_id is not null and w.state = 'HELD'
                     and w.hold_reason in ('LAPSE_CLOSED', 'PURCHASED_SINCE', 'LOST_MEANWHILE', 'WITHDRAWN', 'MISSED')
                  union all
                  select w.id
                    from prompt t
                    join letter w on w.prompt_id = t.id and w.resend_of is null
                   where t.expires_at <= :now and t.expires_at > :now - interval '1 day')
-- end
  ),
locked as materialized (
  select l.id, o.reason
    from over o
    join letter l on l.id = o.id
   where l.state in ('PLANNED', 'HELD')
     and (o.reason is not null or l.hold_reason in ('LAPSE_CLOSED', 'PURCHASED_SINCE'))
   order by l.id
     for update of l),
ended as (
  update letter l
     set state = 'SUPPRESSED', hold_until = null, ended_at = clock_timestamp(), version = l.version + 1,
         hold_reason = case when o.reason = 'MISSED' and l.hold_reason in
                              ('NO_BASIS', 'NO_ADDRESS', 'ADDRESS_BOUNCED', 'STOP_LIST', 'PERSON_INACTIVE', 'OTHER_CHANNEL', 'RUNG_OFF',
                               'SAME_MAILBOX', 'ASKED_QUIET', 'MARGIN_FLOOR', 'ABOVE_HIGHEST', 'CONTROL')
                            then l.hold_reason else coalesce(o.reason, l.hold_reason) end
    from locked o
   where o.id = l.id
  returning coalesce(l.resend_of, l.id) as first),
coupons as (
  update coupon k set void_at = clock_timestamp() from ended where k.letter_id = ended.first and k.redeemed_at is null and k.void_at is null)
select count(*) from ended
