-- Letters with a prompt that wait for a reason, or were stopped by one that has gone: the gate is asked anew. What waits
-- until a time keeps it, what waits for a person keeps waiting. In the order of their numbers, so that two who ask at once
-- wait for each other instead of for ever. Those of news that are published again (prompts) are letters of that publication: as the
-- rung is now, and let go by nobody yet.
with found as materialized (
  select l.id, l.rung
    from letter l
    left join lapse p on p.id = l.lapse_id
   where l.prompt_id is not null and l.resend_of is null
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
     and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
          or l.state = 'SUPPRESSED' and l.hold_reason in ('LAPSE_CLOSED', 'NOT_WORTH') and p.stage in (/*open stages*/)
          or l.state = 'SUPPRESSED' and l.hold_reason in ('CART_GONE', 'WITHDRAWN', 'LOST_MEANWHILE')
             and prompt_over(l.prompt_id, :now, :zone) is null
-- if prompts
          -- a day that was wrong made it too late, and what held it until then may be over
          or l.state = 'SUPPRESSED' and prompt_over(l.prompt_id, :now, :zone) is null
             and l.hold_reason in ('MISSED', 'NO_BASIS', 'NO_ADDRESS', 'ADDRESS_BOUNCED', 'STOP_LIST', 'PERSON_INACTIVE', 'OTHER_CHANNEL',
                                   'RUNG_OFF', 'SAME_MAILBOX', 'ASKED_QUIET', 'MARGIN_FLOOR', 'ABOVE_HIGHEST')
-- end
          or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and l.lapse_id is null
             and prompt_over(l.prompt_id, :now, :zone) is null
             and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = l.customer_id offset 0))
   order by l.id
     for update of l),
asked as (
  update letter l
     set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
-- if prompts
         , percent = r.percent, gives = r.gives, released_by = null, released_at = null, release_id = null
-- end
    from found
    join rung r on r.number = found.rung
   where found.id = l.id
  returning l.id, l.customer_id, l.origin_id, l.lapse_id, l.percent, l.gives, l.percent > 0 or l.gives is not null as offers,
            r.offer_kind, (:now at time zone :zone)::date + r.coupon_days as valid_until),
again as (
  update coupon k
     set void_at = case when not asked.offers then coalesce(k.void_at, :now) end
-- if prompts
         , percent = asked.percent, gives = asked.gives, offer_kind = asked.offer_kind, valid_until = asked.valid_until
-- end
    from asked
   where k.letter_id = asked.id and k.redeemed_at is null)
-- if prompts
, minted as (
  insert into coupon (code, letter_id, customer_id, origin_id, lapse_id, percent, gives, offer_kind, valid_until)
  select coupon_code(), a.id, a.customer_id, a.origin_id, a.lapse_id, a.percent, a.gives, a.offer_kind, a.valid_until
    from asked a
   where a.offers and not exists (select from coupon k where k.letter_id = a.id))
-- end
select id from asked order by id
