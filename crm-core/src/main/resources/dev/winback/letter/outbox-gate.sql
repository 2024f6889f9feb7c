-- May these letters leave now? One row a letter: the leading reason why not (null: it may) and until when, where the
-- reason passes by itself. The same text is asked at the claim and again inside the announcement, so that nothing
-- that changed in between is overlooked. Letters of other nodes count from their announcement on; the caller of an
-- announcement holds the lock of the mailbox, so two letters to one mailbox cannot overlook each other.
select l.id, j.reason,
       -- of the leading reason and of no other: a complaint is not resolved at nine o'clock
       case j.reason
         when 'COOL_DOWN' then coalesce(p.not_before, beside.not_before)::timestamp at time zone :zone
         when 'REP_TALKING' then (coalesce(p.letters_rest_until, beside.letters_rest_until) + 1)::timestamp at time zone :zone
         when 'DISCOUNT_RUNS' then (g.until + 1)::timestamp at time zone :zone
         when 'ASKED_QUIET' then u.until
         when 'SAME_MAILBOX' then m.same_rung + make_interval(days => x.mailbox_same)
         -- beside a reminder of a cart it is looked at again in an hour
         when 'CAP' then case when m.cap_until > :now then m.cap_until else :now + interval '1 hour' end
         when 'CONTACT_CAP' then a.cap_until
         when 'OUTSIDE_HOURS' then h.opens_at
       end as until
  from letter l
  left join lapse p on p.id = l.lapse_id
  left join prompt on prompt.id = l.prompt_id
  left join lateral (
   -- news and reminders belong to no loss; how the customer's open one stands holds them all the same. What he put in his cart
   -- he may be asked about while somebody talks to him, and what changes soon he has to know.
   select q.not_before, case when l.rung not between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ then q.letters_rest_until end as letters_rest_until
     from lapse q
    where l.prompt_id is not null and l.lapse_id is null and l.rung <> /*rung RULES*/
      and q.customer_id = l.customer_id and q.stage in (/*open stages*/)) beside on true
  left join survey_invitation i on i.id = l.invitation_id
 cross join lateral (
   -- one look at what came after the silence began
   select bool_or(q.counting) as bought, bool_or(q.pending and q.purchased_at >= :now - interval '30 days') as ordered
     from purchase q
    where q.customer_id = l.customer_id and q.purchased_at >= (p.silent_since + 1)::timestamp at time zone :zone) since
  left join survey y on y.id = i.survey_id
  join customer c on c.id = l.customer_id
  join rung r on r.number = l.rung
 cross join firm f
 cross join sending x
 -- offset 0: made once, and not again wherever it is named
 cross join lateral (select lower(btrim(c.email)) as address, address_hash(c.email) as hash offset 0) b
 cross join lateral (
   select bool_or(reason = 'hard_bounce') as bounced, count(*) > 0 as stopped
     from suppression
    where address_hash = b.hash and lifted_at is null) s
 cross join lateral (
   -- what the reader asked for: a pause, or nothing but letters about his cart
   select count(*) > 0 as quiet, max(until) as until
     from mailbox_quiet
    where address_hash = b.hash and lifted_at is null
      and coalesce(until, 'infinity') > :now
      and not (kind = 'carts' and l.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/)) u
 cross join lateral (
   -- no second discount beside one that a person gave him (DEC-32)
   select max(k.valid_until) as until
     from coupon k
    where k.customer_id = l.customer_id and l.percent > 0 and k.grant_id is not null and k.percent > 0
      and k.redeemed_at is null and k.void_at is null and k.valid_until >= :today) g
 cross join lateral (
   -- rungs written to this mailbox for another lapse or another survey; 1 letter in 3 days, 4 in 30 days, as it is set. The reminders
   -- of one cart are one letter to the first of these rules, because the second comes a day after the first (LET-13).
   select max(o.at) filter (where o.rung = l.rung and o.at > :now - make_interval(days => x.mailbox_same)
                              and (prompt.id is null or o.about = prompt.about)) as same_rung,
          greatest(max(o.at) filter (where not o.same_cart) + make_interval(days => x.mailbox_gap),
                   (array_agg(o.at order by o.at desc))[x.mailbox_letters] + make_interval(days => x.mailbox_days)) as cap_until
     from (select e.rung, x.about, coalesce(e.sent_at, e.announced_at) as at,
                  coalesce(prompt.cart_id is not null and x.cart_id is not null and x.about = prompt.about, false) as same_cart
             from letter e
             left join prompt x on x.id = e.prompt_id
            where e.address_hash = b.hash
              and e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')
              and (e.rung, e.lapse_id, e.invitation_id, e.prompt_id)
                  is distinct from (l.rung, l.lapse_id, l.invitation_id, l.prompt_id)) o) m
 cross join lateral (
   select l.rung > 0 and exists (select from letter e
                                  where e.customer_id = l.customer_id and e.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/
                                    and (e.state = 'PLANNED' or e.state = 'HELD' and e.hold_until is not null)) as waits) cart
 cross join lateral (
   -- what the customer heard from us in 30 days over all channels (I22): from when on he may hear again
   select (array_agg(o.at order by o.at desc))[x.contact_cap] + interval '30 days' as cap_until
     from (select k.contacted_at as at
             from contact k
            where k.customer_id = l.customer_id and k.direction = 'out' and k.contacted_at > :now - interval '30 days'
           union all
           select coalesce(o.sent_at, o.announced_at)
             from letter o
            where o.customer_id = l.customer_id and o.id <> l.id and o.confirmation_call is null
              -- said this way, so that no index of mailboxes is taken for one of customers while it is empty
              and o.state not in ('PLANNED', 'HELD', 'CLAIMED', 'FAILED', 'SUPPRESSED', 'CONTROL')
              and coalesce(o.sent_at, o.announced_at) > :now - interval '30 days') o) a
 cross join lateral (
   select z.zone, (:now at time zone z.zone) as local
     from (select zone_or(c.time_zone, :zone) as zone offset 0) z
   offset 0) z
 cross join lateral (
   select extract(hour from z.local) * 60 + extract(minute from z.local) as minute offset 0) t
  left join lateral (
   -- the first day, today while the hours last, on which letters may leave; the series is in order
   select z.local::date + d as day
     from generate_series(case when t.minute < :until then 0 else 1 end, 30) d
    where not (x.weekdays and extract(isodow from z.local::date + d) > 5)
      and not (x.holidays and exists (select from holiday y where y.day = z.local::date + d))
    limit 1) n on true
 cross join lateral (
   select t.minute >= :from and n.day is not distinct from z.local::date as open,
          first_instant(coalesce(n.day, z.local::date + 30) + make_interval(mins => :from), z.zone) as opens_at) h
 cross join lateral (
   -- offset 0: asked once for each letter, whose id reaches it all the same
   select case
           -- a farewell and a repentance are for whom we let go, and for nobody with whom we try again
           when l.rung in (/*rung FAREWELL*/, 0) and p.stage in (/*open stages*/) then 'LAPSE_OPEN'
           -- what was agreed is confirmed, whatever became of the loss since; a person has decided to
           when l.confirmation_call is null
                and not (p.stage in (/*open stages*/) or (l.rung = 0 and p.stage = 'TWICE_LOST')
                         or (l.rung = /*rung FAREWELL*/ and p.stage in ('NOT_WANTED', 'REFUSED'))) then 'LAPSE_CLOSED'
           -- whoever stays is asked what could drive him away; meanwhile he may have left
           when l.rung in (/*rung LOYAL*/, /*rung SATISFACTION*/) and exists (select from lapse q
                                                where q.customer_id = l.customer_id
                                                  and q.stage in (/*open stages*/)) then 'LOST_MEANWHILE'
           -- nor news, wishes, reminders and questions for whom we let go; what changes soon he has to know
           when l.lapse_id is null and l.rung <> /*rung RULES*/
                and exists (select from let_go(:zone) g (customer_id) where g.customer_id = l.customer_id offset 0) then 'LAPSE_CLOSED'
           when i.answered_at is not null or y.closed_at is not null then 'ANSWERED'
           -- what brought it about does so no longer: the cart was ordered, the news withdrawn, its time is over
           when l.prompt_id is not null and prompt_over(l.prompt_id, :now, :zone) is not null then prompt_over(l.prompt_id, :now, :zone)
           -- another record of the same person was asked the same
           when i.id is not null and exists (select from letter o
                                               join survey_invitation a on a.id = o.invitation_id
                                              where a.survey_id = i.survey_id and a.customer_id = i.customer_id and a.id <> i.id
                                                and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'ALREADY_WRITTEN'
           -- another record of the same person, merged into this one, has got this rung or a higher one (I2)
           when l.rung > 0 and exists (select from lapse m
                                         join letter o on o.lapse_id = m.id
                                        where m.merged_with = l.lapse_id
                                          and case when o.height is null or l.height is null then o.rung >= l.rung
                                                   else o.height >= l.height or o.rung = l.rung end
                                          and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'ALREADY_WRITTEN'
           when l.rung = 0 and exists (select from letter o
                                        where o.customer_id = l.customer_id and o.rung = 0 and o.lapse_id <> l.lapse_id
                                          and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'ALREADY_WRITTEN'
           -- its code was used, so the first one has arrived; this one would bring none
           when l.resend_of is not null and exists (select from coupon k
                                                     where k.letter_id = l.resend_of and k.redeemed_at is not null) then 'ALREADY_WRITTEN'
           -- sent again, and a later one has left while it waited: no lower rung after a higher one (I2)
           when l.resend_of is not null and l.rung > 0 and exists (select from letter o
                                                                    where o.lapse_id = l.lapse_id and o.rung > 0 and o.rung <> l.rung
                                                                      and o.height > l.height
                                                                      and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'HIGHER_RUNG'
           when l.confirmation_call is null and since.bought then 'PURCHASED_SINCE'
           when c.status <> 'active' then 'PERSON_INACTIVE'
           -- the mailbox of somebody who has left the firm, and of nobody who is there
           when exists (select from person q
                         where q.customer_id = l.customer_id and lower(btrim(q.email)) = b.address
                        having bool_and(q.left_on is not null)) then 'PERSON_INACTIVE'
           when not sendable(c.email) then 'NO_ADDRESS'
           when s.bounced then 'ADDRESS_BOUNCED'
           when s.stopped then 'STOP_LIST'
           -- a lapse has a purchase before it; who has none must have bought for "empty and bought" to hold
           when not coalesce(c.email_consent, l.confirmation_call is not null or coalesce(x.soft_opt_in, :soft_opt_in) and (p.id is not null or exists (
                      select from purchase q where q.customer_id = l.customer_id and q.counting))) then 'NO_BASIS'
           when r.mode = 'off' then 'RUNG_OFF'
           -- the program itself stopped it: too many dead mailboxes, refusals or complaints
           when r.paused_at is not null then 'RUNG_PAUSED'
           when r.mode = 'review' and l.released_at is null and l.resend_of is null /*unreleased*/ then 'REVIEW'
           when l.confirmation_call is null and coalesce(p.not_before, beside.not_before) > :today then 'COOL_DOWN'
           when l.confirmation_call is null and coalesce(p.letters_rest_until, beside.letters_rest_until) >= :today then 'REP_TALKING'
           -- service has not resolved what he complained about, on the telephone or whoever told it (for a year, as in its list);
           -- a change of rules is told in time all the same
           when (l.rung >= 0 or l.rung <= /*rung FAULT*/ and l.rung <> /*rung RULES*/)
                and (exists (select from complaint o
                              where o.customer_id = l.customer_id and o.resolved_at is null
                                and o.complained_at > :now - interval '365 days')
                     or exists (select from parts_of(l.lapse_id) part(lapse_id)
                                  join complaint_wait o on o.lapse_id = part.lapse_id
                                 where o.solved_at is null)) then 'COMPLAINT_OPEN'
           -- somebody owes him something that was promised
           when l.rung >= 0 and exists (select from parts_of(l.lapse_id) part(lapse_id)
                                          join task o on o.lapse_id = part.lapse_id
                                         where o.kind = 'promise' and o.state = 'open') then 'PROMISE_OPEN'
           -- who has ordered is not missed; what nobody has paid for a month was no order
           when (l.rung >= 0 or l.rung = /*rung FAULT*/) and since.ordered then 'ORDER_PENDING'
           -- no letter promises what is still broken (OPS-07); a survey asks and promises nothing
           when l.rung >= 0 and exists (select from why_of(l.lapse_id) w
                                          join reason q on q.code = w.reason
                                         where q.repair_since is not null and q.repaired_on is null) then 'NOT_REPAIRED'
           -- we admit a fault only when it is known, repaired and made good (LET-18)
           when l.rung = /*rung FAULT*/ and fault_check(l.lapse_id) is not null then fault_check(l.lapse_id)
           when g.until is not null then 'DISCOUNT_RUNS'
           when l.confirmation_call is null
                and (r.channel <> 'any' and c.preferred_channel <> 'email'
                     -- what changes soon he has to know
                     or c.preferred_channel = 'none' and l.rung <> /*rung RULES*/) then 'OTHER_CHANNEL'
           when l.confirmation_call is null and u.quiet then 'ASKED_QUIET'
           when f.sending_stopped then 'SENDING_STOPPED'
           when x.trial is not null and not (b.address = any (x.trial) or '@' || split_part(b.address, '@', 2) = any (x.trial)) then 'TRIAL'
           when l.confirmation_call is null and m.same_rung is not null then 'SAME_MAILBOX'
           when l.confirmation_call is null and m.cap_until > :now then 'CAP'
           when l.confirmation_call is null and a.cap_until > :now then 'CONTACT_CAP'
           -- a cart comes before win-back: its reminder is worth nothing tomorrow
           when cart.waits then 'CAP'
           when not h.open then 'OUTSIDE_HOURS'
         end as reason
   offset 0) j
 where l.id = any(:ids)
