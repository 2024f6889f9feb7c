-- The one judgement behind planning, re-judging and the dry run: each lapse with each rung it has reached on :day
-- (and each letter still waiting), and why the letter does not leave; reason null: it leaves.
-- state is what the letter becomes, null: no row is written, because on that day the letter is not due.
-- :asIf (a rung's number, else null) judges that rung alone, as if live with backlog while it is off, and shows
-- the lapses that ended without a purchase too, so that the dry run can say why they get nothing.
-- :lapses (an array, else null) judges these alone, because they are open again.
-- The order of the reasons is the order in which they are told: first what ends the letter for good, then what holds
-- it, then the control arm (drawn only among those who could be written to), review last.
with rungs as (
  select number, days, percent, control, coupon_days, template_id,
         case when mode = 'off' and number = :asIf::int then 'live' else mode end as mode,
         backlog or (mode = 'off' and number = :asIf::int) as backlog,
         since, paused_at
    from rung
   where number >= 0),
candidate as (
  select l.id as lapse_id, l.customer_id, l.stage, l.opened_on, l.silent_since, l.letters_rest_until, l.not_before,
         r.number as rung, r.days, r.percent, r.control, r.coupon_days, r.template_id, r.mode, r.paused_at,
         (r.backlog or r.since is null or coalesce(l.silent_since + r.days, l.opened_on) >= r.since) as within_start,
         e.id as letter_id, e.state as was, e.hold_reason as was_because, e.released_at
    from lapse l
    join rungs r on (:asIf::int is null or r.number = :asIf::int)
    left join letter e on e.lapse_id = l.id and e.rung = r.number and e.resend_of is null
   where (:lapses::bigint[] is null or l.id = any (:lapses::bigint[]))
     and (e.state in ('PLANNED', 'HELD')
          or r.mode <> 'off'
             and case when r.number = 0 then l.stage = 'TWICE_LOST'
                      else l.silent_since + r.days <= :day::date end)
     and (l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'TWICE_LOST')
          or e.state in ('PLANNED', 'HELD')
          or :asIf::int is not null
             and l.stage in ('NOT_WANTED', 'UNREACHABLE', 'REFUSED', 'GONE', 'NON_CLIENT')
             and not exists (select from lapse later
                              where later.customer_id = l.customer_id and later.number > l.number))),
-- both joined once: looked up for each of 400,000 lapses they took three quarters of the time
-- written: what a lapse of another record of the same person has sent that became part of this one
climbed as (
  select lapse_id, greatest(max(rung), max(written)) as highest, max(written) as written
    from (select lapse_id, rung, null::int as written
            from letter
          union all
          select m.merged_with, null, e.rung
            from lapse m
            join letter e on e.lapse_id = m.id and e.state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT')
           where m.merged_with is not null) climb
   where :lapses::bigint[] is null or lapse_id = any (:lapses::bigint[])
   group by lapse_id),
-- no letter promises what is still broken (OPS-07)
broken as (
  select w.lapse_id
    from lapse_why w
    join reason q on q.code = w.reason
   where q.repair_since is not null and q.repaired_on is null),
-- service has not resolved what he complained about on the telephone, whichever record of his it was told under
complaining as (
  select distinct coalesce(m.merged_with, m.id) as lapse_id
    from complaint_wait o
    join lapse m on m.id = o.lapse_id
   where o.solved_at is null),
-- who has a discount in hand that a person gave him gets no second one beside it (DEC-32)
offered as (
  select distinct customer_id
    from coupon
   where grant_id is not null and percent > 0 and redeemed_at is null and void_at is null and valid_until >= :day::date),
stopped as (
  select address_hash, bool_or(reason = 'hard_bounce') as bounced, true as stopped
    from suppression
   where lifted_at is null
   group by address_hash),
reasoned as (
  select d.*, c.ref, c.display_name,
         case
           when d.was = 'CONTROL' then 'CONTROL'
           when d.was = 'SUPPRESSED' and d.was_because is distinct from 'LAPSE_CLOSED'
             then coalesce(d.was_because, 'ALREADY_WRITTEN')
           when d.was not in ('PLANNED', 'HELD', 'SUPPRESSED') then 'ALREADY_WRITTEN'
           when d.stage = 'TWICE_LOST' and d.rung > 0 then 'TWICE_LOST'
           when d.stage not in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'TWICE_LOST') then 'LAPSE_CLOSED'
           when d.rung > 0 and w.highest > d.rung then 'HIGHER_RUNG'
           when d.rung > 0 and w.written = d.rung then 'ALREADY_WRITTEN'
           -- a rung that leaves the backlog alone bars lower letters, but takes none away that was due already
           when exists (select from rungs h
                         where h.number > d.rung and d.rung > 0 and h.mode <> 'off'
                           and d.silent_since + h.days <= :day::date
                           and (d.letter_id is null or h.backlog or d.silent_since + h.days >= h.since))
             then 'HIGHER_RUNG'
           -- repentance is told once in a customer's life (rules.md, "twice lost")
           when d.rung = 0 and exists (select from letter o
                                        where o.customer_id = d.customer_id and o.rung = 0
                                          and o.lapse_id <> d.lapse_id and o.state <> 'SUPPRESSED'
                                          -- of two that wait, one of them in a record merged into this, the first stays
                                          and (o.state not in ('PLANNED', 'HELD') or d.letter_id is null
                                               or o.id < d.letter_id))
             then 'ALREADY_WRITTEN'
           when d.letter_id is null and not d.within_start then 'BEFORE_START'
           when exists (select from purchase p
                         where p.customer_id = d.customer_id and p.counting
                           and p.purchased_at >= (d.silent_since + 1)::timestamp at time zone :zone)
             then 'PURCHASED_SINCE'
           when d.mode = 'off' then 'RUNG_OFF'
           when d.paused_at is not null then 'RUNG_PAUSED'
           when c.status <> 'active' then 'PERSON_INACTIVE'
           when not sendable(c.email) then 'NO_ADDRESS'
           when s.bounced then 'ADDRESS_BOUNCED'
           when s.stopped then 'STOP_LIST'
           -- a lapse has a purchase before it, so "empty and bought" is decided by the setting alone
           when not coalesce(c.email_consent, :softOptIn) then 'NO_BASIS'
           when d.not_before > :day::date then 'COOL_DOWN'
           when d.letters_rest_until >= :day::date then 'REP_TALKING'
           when d.rung >= 0 and k.lapse_id is not null then 'COMPLAINT_OPEN'
           when d.rung >= 0 and exists (select from task o where o.lapse_id = d.lapse_id and o.kind = 'promise' and o.state = 'open')
             then 'PROMISE_OPEN'
           when b.lapse_id is not null then 'NOT_REPAIRED'
           when d.percent > 0 and f.customer_id is not null then 'DISCOUNT_RUNS'
           when c.preferred_channel <> 'email' then 'OTHER_CHANNEL'
           when exists (select from letter m
                         where m.address_hash = address_hash(c.email) and m.rung = d.rung
                           and m.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT') and m.lapse_id <> d.lapse_id
                           and m.announced_at > clock_timestamp() - interval '60 days') then 'SAME_MAILBOX'
           -- by hash of the lapse: the same lapse is always in the same arm, whatever the order of the nights
           when ('x' || substr(md5('control ' || d.lapse_id), 1, 8))::bit(32)::bigint % 100 < d.control
             then 'CONTROL'
           when d.mode = 'review' and d.released_at is null then 'REVIEW'
         end as reason
    from candidate d
    join customer c on c.id = d.customer_id
    left join climbed w on w.lapse_id = d.lapse_id
    left join broken b on b.lapse_id = d.lapse_id
    left join complaining k on k.lapse_id = d.lapse_id
    left join offered f on f.customer_id = d.customer_id
    left join stopped s on s.address_hash = address_hash(c.email)),
judged as (
  select lapse_id, customer_id, ref, display_name, rung, letter_id, was, percent, coupon_days, template_id, reason,
         case
           when reason is null then 'PLANNED'
           when was is not null and was not in ('PLANNED', 'HELD', 'SUPPRESSED') then was
           when reason = 'CONTROL' then 'CONTROL'
           when reason in ('ALREADY_WRITTEN', 'TWICE_LOST', 'LAPSE_CLOSED', 'HIGHER_RUNG', 'PURCHASED_SINCE',
                           'BEFORE_START', 'SENT_AGAIN')
                or was = 'SUPPRESSED' and was_because is distinct from 'LAPSE_CLOSED'
             then case when letter_id is not null then 'SUPPRESSED' end
           else 'HELD'
         end as state
    from reasoned)
