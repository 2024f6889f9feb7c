-- Letters with a prompt that wait for a reason, or were stopped by one that has gone: the gate is asked anew. What waits
-- until a time keeps it, what waits for a person keeps waiting. In the order of their numbers, so that two who ask at once
-- wait for each other instead of for ever.
with found as materialized (
  select l.id
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
          or l.state = 'SUPPRESSED' and l.hold_reason in ('LAPSE_CLOSED', 'NOT_WORTH') and p.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
          or l.state = 'SUPPRESSED' and l.hold_reason in ('CART_GONE', 'WITHDRAWN', 'LOST_MEANWHILE')
             and prompt_over(l.prompt_id, :now, :zone) is null
-- if prompts
          -- a day that was wrong made it too late
          or l.state = 'SUPPRESSED' and l.hold_reason = 'MISSED' and prompt_over(l.prompt_id, :now, :zone) is null
-- end
          or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and l.lapse_id is null
             and prompt_over(l.prompt_id, :now, :zone) is null
             and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = l.customer_id offset 0))
   order by l.id
     for update of l),
asked as (
  update letter l
     set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
    from found
   where found.id = l.id
  returning l.id),
again as (
  update coupon k set void_at = null from asked where k.letter_id = asked.id and k.redeemed_at is null)
select id from asked order by id
