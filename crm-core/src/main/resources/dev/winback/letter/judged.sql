-- The one judgement behind planning, re-judging and the dry run: each lapse with each rung it has reached on :day
-- (and each letter still waiting), and why the letter does not leave; reason null: it leaves.
-- state is what the letter becomes, null: no row is written, because on that day the letter is not due.
-- :asIf (numbers of rungs, else null) judges these alone, each as if live with backlog while it is off and the others as they are, and shows
-- the lapses that ended without a purchase too, so that the dry run can say why they get nothing; with
-- :asIfBacklog (else null) as if it were switched to live now, with that backlog.
-- :lapses (an array, else null) judges these alone, because they are open again or somebody looks at one; then what is read as a set is
-- read of their customers alone ("if lapses").
-- The order of the reasons is the order in which they are told: first what ends the letter for good, then what holds
-- it, then the control arm (drawn only among those who could be written to), review, at last what the day has no room for.
with rungs as (
  select r.number, r.days, r.unit, r.amount, r.percent, r.control, r.coupon_days, r.template_id, r.classes, r.reasons, r.channel,
         r.gives, r.offer_kind, r.budget, r.quota, greatest((select second_above from letter_rule), 1) as freed,
         coalesce(k.fixed, 0) as fixed, coalesce(k.share, 0) as share,
         r.mode <> 'off' as runs, r.backlog as own_backlog, r.since as own_since,
         case when r.number = any (:asIf::int[]) and (r.mode = 'off' or :asIfBacklog::boolean is not null) then 'live'
              else r.mode end as mode,
         case when r.number = any (:asIf::int[]) then coalesce(:asIfBacklog::boolean, r.backlog or r.mode = 'off')
              else r.backlog end as backlog,
         case when r.number = any (:asIf::int[]) and (r.mode = 'off' or r.since is null) then :day::date else r.since end as since,
         r.paused_at, s.other
    from rung r
    left join offer_kind k on k.code = r.offer_kind
    left join rung_split s on s.rung = r.number and s.ended_on is null
   where r.number >= 0),
-- what only some ladders need is read only for them: the condition is decided once, before the first row
money as (
  select customer_id, case when visits >= 3 then rhythm_days end as rhythm,
         case when currency = :currency then revenue / visits end as order_mean
    from customer_value
   where (select bool_or(unit = 'rhythm' or budget is not null or fixed > 0) from rungs)
-- if lapses
     and customer_id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))
-- end
),
classed as (
  select customer_id, abc from customer_category where (select bool_or(classes <> '') from rungs)
-- if lapses
     and customer_id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))
-- end
),
told as (
  select lapse_id, reason, branch from lapse_why where (select bool_or(reasons <> '{}') from rungs)
-- if lapses
     and lapse_id = any (:lapses::bigint[])
-- end
),
usual as (
  select sum(revenue) / nullif(sum(visits), 0) as order_mean from customer_value
   where currency = :currency and (select bool_or(budget is not null) from rungs)),
-- what no approval can go beyond (DEC-32): percents of an order
terms as (
  select (select margin_percent from cost_setting order by id desc limit 1) as margin,
         (select floor_percent from offer_rule order by id desc limit 1) as floor,
         (select most_percent from offer_rule order by id desc limit 1) as most),
candidate as (
  select l.id as lapse_id, l.customer_id, l.stage, l.silent_since, l.letters_rest_until, l.not_before, v.rhythm, v.order_mean,
         k.abc, w.reason as told_reason, w.branch,
         r.number as rung, rung_percent(r.percent, r.other, l.id) as percent, r.control, r.coupon_days, r.template_id, r.mode, r.paused_at, r.channel, r.gives, r.offer_kind, r.budget,
         r.fixed, r.share, rung_suits(r.classes, r.reasons, k.abc, w.reason, w.branch) as suits,
         coalesce(t.due, l.opened_on) as due, coalesce(t.due - l.silent_since, 0) as height,
         -- how many such letters leave on a day: those of the backlog, and those that a basis or an address frees, to which nobody agreed
         case when e.state = 'HELD' and e.hold_reason in ('NO_BASIS', 'NO_ADDRESS', 'BACKLOG_QUOTA') then coalesce(r.quota, r.freed)
              when r.since is not null and coalesce(t.due, l.opened_on) < r.since then r.quota end as room,
         r.backlog or r.since is null or coalesce(t.due, l.opened_on) >= r.since as within_start,
         e.id as letter_id, e.state as was, e.hold_reason as was_because, e.released_at, e.height as own_height, e.let_on
    from lapse l
    join rungs r on (:asIf::int[] is null or r.number = any (:asIf::int[]))
    left join money v on v.customer_id = l.customer_id
    left join classed k on k.customer_id = l.customer_id
    left join told w on w.lapse_id = l.id
   cross join lateral (select rung_due(l.silent_since, r.unit, r.amount, r.days, v.rhythm) as due) t
    left join letter e on e.lapse_id = l.id and e.rung = r.number and e.resend_of is null
   where (:lapses::bigint[] is null or l.id = any (:lapses::bigint[]))
     and (e.state in ('PLANNED', 'HELD')
          or r.mode <> 'off'
             and case when r.number = 0 then l.stage = 'TWICE_LOST'
                      else t.due <= :day::date end)
     and (l.stage in (/*open stages*/, 'TWICE_LOST')
          or e.state in ('PLANNED', 'HELD')
          or :asIf::int[] is not null
             and l.stage in ('NOT_WANTED', 'UNREACHABLE', 'REFUSED', 'GONE', 'NON_CLIENT')
             and not exists (select from lapse later
                              where later.customer_id = l.customer_id and later.number > l.number))),
-- joined once: looked up for each of 400,000 lapses they took three quarters of the time
-- written: what a lapse of another record of the same person has sent that became part of this one
climbed as (
  select lapse_id, max(height) as highest, array_agg(written) filter (where written is not null) as written
    from (select e.lapse_id, coalesce(e.height, r.days, 0) as height, null::int as written
            from letter e
            join rung r on r.number = e.rung
           where e.rung > 0
          union all
          select m.merged_with, coalesce(e.height, r.days, 0), e.rung
            from lapse m
            join letter e on e.lapse_id = m.id and e.state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT')
            join rung r on r.number = e.rung
           where m.merged_with is not null and e.rung > 0) climb
   where :lapses::bigint[] is null or lapse_id = any (:lapses::bigint[])
   group by lapse_id),
-- no letter promises what is still broken (OPS-07)
broken as (
  select w.lapse_id
    from lapse_why w
    join reason q on q.code = w.reason
   where q.repair_since is not null and q.repaired_on is null
-- if lapses
     and w.lapse_id = any (:lapses::bigint[])
-- end
),
-- who has left is asked why in a talk before any letter of the ladder (DET-13): the letter waits for it so many days from the opening, if
-- somebody has him and may call, and the plan has a contact left
leaving as (
  select l.id as lapse_id
    from lost_row w
    join lapse l on l.id = w.id
    join customer c on c.id = l.customer_id
   where w.has_left
-- if lapses
     and w.id = any (:lapses::bigint[])
-- end
     and w.stage in (/*open stages*/)
     and l.opened_on > :day::date - (select letter_days from work_setting) and l.assignee is not null
     and nullif(trim(c.phone), '') is not null and coalesce(c.preferred_channel, 'phone') = 'phone'
     and calls_made(l.id) < planned_contacts(l.id)
     and not exists (select from contact t
                      where t.customer_id = l.customer_id and t.direction = 'out' and t.reached
                        and t.contacted_at >= l.opened_on::timestamp at time zone :zone)),
-- service has not resolved what he complained about on the telephone, whichever record of his it was told under
complaining as (
  select distinct coalesce(m.merged_with, m.id) as lapse_id
    from complaint_wait o
    join lapse m on m.id = o.lapse_id
   where o.solved_at is null
-- if lapses
     and coalesce(m.merged_with, m.id) = any (:lapses::bigint[])
-- end
),
-- the same, whoever told it; for a year, as in the list of service
complained as (
  select distinct customer_id
    from complaint
   where resolved_at is null and complained_at > (:day::date - 365)::timestamp at time zone :zone
-- if lapses
     and customer_id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))
-- end
),
-- somebody owes him something that was promised, under whichever record of his
promised as (
  select distinct coalesce(m.merged_with, m.id) as lapse_id
    from task o
    join lapse m on m.id = o.lapse_id
   where o.kind = 'promise' and o.state = 'open'
-- if lapses
     and coalesce(m.merged_with, m.id) = any (:lapses::bigint[])
-- end
),
-- mailboxes of persons who have left the firm, and of nobody who is there
abandoned as (
  select customer_id, lower(btrim(email)) as address
    from person
   where email is not null
-- if lapses
     and customer_id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))
-- end
   group by 1, 2
  having bool_and(left_on is not null)),
-- who has a discount in hand that a person gave him gets no second one beside it (DEC-32)
offered as (
  select distinct customer_id
    from coupon
   where grant_id is not null and percent > 0 and redeemed_at is null and void_at is null and valid_until >= :day::date
-- if lapses
     and customer_id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))
-- end
),
stopped as (
  select address_hash, bool_or(reason = 'hard_bounce') as bounced, true as stopped
    from suppression
   where lifted_at is null
-- if lapses
     and address_hash = any (array(select address_hash(c.email) from customer c
                                    where c.id = any (array(select customer_id from lapse where id = any (:lapses::bigint[])))))
-- end
   group by address_hash),
reasoned as (
  select d.*, c.ref, c.display_name,
         case when d.budget is not null
              then round(coalesce(d.order_mean, u.order_mean, 0) * (d.percent + d.share) / 100 + d.fixed, 2) end as cost,
         case
           when d.was = 'CONTROL' then 'CONTROL'
           when d.was = 'SUPPRESSED' and coalesce(d.was_because, '') not in ('LAPSE_CLOSED', 'NOT_WORTH')
             then coalesce(d.was_because, 'ALREADY_WRITTEN')
           when d.was not in ('PLANNED', 'HELD', 'SUPPRESSED') then 'ALREADY_WRITTEN'
           when d.stage = 'TWICE_LOST' and d.rung > 0 then 'TWICE_LOST'
           -- whom a manager tries again with, or who was not twice lost after all, is told no repentance
           when d.rung = 0 and d.stage in (/*open stages*/) then 'LAPSE_OPEN'
           when d.stage = 'NOT_WANTED' then 'NOT_WORTH'
           when d.stage not in (/*open stages*/, 'TWICE_LOST') then 'LAPSE_CLOSED'
           when d.rung > 0 and w.highest > coalesce(d.own_height, d.height) then 'HIGHER_RUNG'
           when d.rung > 0 and d.rung = any (w.written) then 'ALREADY_WRITTEN'
           when d.rung > 0 and d.letter_id is null and w.highest = d.height then 'ALREADY_WRITTEN'
           -- a rung that leaves the backlog alone bars lower letters, but takes none away that was due already
           when d.rung > 0 and exists (
                  select from rungs h
                   cross join lateral (select rung_due(d.silent_since, h.unit, h.amount, h.days, d.rhythm) as due) t
                   where h.number > 0 and h.number <> d.rung and h.runs
                     and t.due <= :day::date and (t.due, h.number) > (d.due, d.rung)
                     and rung_suits(h.classes, h.reasons, d.abc, d.told_reason, d.branch)
                     and (h.channel <> 'email' or c.preferred_channel = 'email')
                     and (d.letter_id is null or h.own_backlog or t.due >= h.own_since))
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
           -- the rung was moved to later: what waits for the earlier day waits on; a rung that goes on wakes what it held without a judgement
           when d.letter_id is not null and d.rung > 0 and d.due > :day::date then 'NOT_YET'
           when d.mode = 'off' then 'RUNG_OFF'
           -- what leaves day by day keeps its place meanwhile, else all of it would leave when the rung goes on
           when d.paused_at is not null
                and not (d.room is not null and d.let_on is null and d.was is distinct from 'PLANNED') then 'RUNG_PAUSED'
           when not d.suits or (d.channel = 'email' and c.preferred_channel is distinct from 'email') then 'FOR_OTHERS'
           when c.status <> 'active' or x.customer_id is not null then 'PERSON_INACTIVE'
           when not sendable(c.email) then 'NO_ADDRESS'
           when s.bounced then 'ADDRESS_BOUNCED'
           when s.stopped then 'STOP_LIST'
           -- a lapse has a purchase before it, so "empty and bought" is decided by the setting alone
           when not coalesce(c.email_consent, (select soft_opt_in(:softOptIn))) then 'NO_BASIS'
           when d.not_before > :day::date then 'COOL_DOWN'
           when d.letters_rest_until >= :day::date then 'REP_TALKING'
           when d.rung > 0 and e.lapse_id is not null then 'TALK_FIRST'
           when d.rung >= 0 and (k.lapse_id is not null or y.customer_id is not null) then 'COMPLAINT_OPEN'
           when d.rung >= 0 and z.lapse_id is not null then 'PROMISE_OPEN'
           -- who has ordered is not missed; what nobody has paid for a month was no order
           when exists (select from purchase p
                         where p.customer_id = d.customer_id and p.pending
                           and p.purchased_at >= greatest(d.silent_since + 1, :day::date - 30)::timestamp at time zone :zone)
             then 'ORDER_PENDING'
           when b.lapse_id is not null then 'NOT_REPAIRED'
           when d.percent > 0 and f.customer_id is not null then 'DISCOUNT_RUNS'
           when d.channel = 'open' and c.preferred_channel <> 'email' or c.preferred_channel = 'none' then 'OTHER_CHANNEL'
           -- of an order of which nothing is known its percents must do
           when d.percent + d.share + d.fixed > 0
                and case when d.order_mean is null or d.fixed = 0 then m.margin - d.percent - d.share < m.floor
                         else d.order_mean * (m.margin - d.percent - d.share - m.floor) < d.fixed * 100 end
             then 'MARGIN_FLOOR'
           when d.percent > m.most then 'ABOVE_HIGHEST'
           when exists (select from letter m
                         where m.address_hash = address_hash(c.email) and m.rung = d.rung
                           and m.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT') and m.lapse_id <> d.lapse_id
                           and m.announced_at > clock_timestamp() - make_interval(days => (select mailbox_same from sending))) then 'SAME_MAILBOX'
           -- by hash of the lapse: the same lapse is always in the same arm, whatever the order of the nights
           when ('x' || substr(md5('control ' || d.lapse_id), 1, 8))::bit(32)::bigint % 100 < d.control
             then 'CONTROL'
           when d.mode = 'review' and d.released_at is null then 'REVIEW'
         end as first_reason
    from candidate d
    join customer c on c.id = d.customer_id
   cross join terms m
   cross join usual u
    left join climbed w on w.lapse_id = d.lapse_id
    left join broken b on b.lapse_id = d.lapse_id
    left join leaving e on e.lapse_id = d.lapse_id
    left join complaining k on k.lapse_id = d.lapse_id
    left join promised z on z.lapse_id = d.lapse_id
    left join complained y on y.customer_id = d.customer_id
    left join abandoned x on x.customer_id = d.customer_id and x.address = lower(btrim(c.email))
    left join offered f on f.customer_id = d.customer_id
    left join stopped s on s.address_hash = address_hash(c.email)),
-- what today has let through and what open coupons may still cost
used as (
  select r.number as rung,
         (select count(*) from letter e where e.let_on = :day::date and e.rung = r.number) as let,
         case when r.budget is not null then
           -- letters from before the budget are reckoned as those of today
           (select coalesce(sum(coalesce(e.cost, round(coalesce(v.order_mean, o.order_mean, 0)
                                                         * (e.percent + case when e.gives is null then 0 else r.share end) / 100
                                                       + case when e.gives is null then 0 else r.fixed end, 2))), 0)
              from letter e
              join coupon k on k.letter_id = coalesce(e.resend_of, e.id)
              left join money v on v.customer_id = e.customer_id
             cross join usual o
             where e.rung = r.number and e.state in ('PLANNED', 'CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT')
               and k.void_at is null and (k.redeemed_at is not null or k.valid_until >= :day::date)) end as spent
    from rungs r),
-- who was silent for the shortest time comes first: he is the likeliest to come back
queued as (
  select q.lapse_id, q.rung,
         case when q.waits and (q.paused_at is not null
                                or row_number() over (partition by q.rung, q.waits, q.first_reason order by q.silent_since desc, q.lapse_id)
                                   > q.room - u.let) then 'BACKLOG_QUOTA' end as no_room,
         case when q.budget is not null and q.fresh
                   and u.spent + sum(q.cost) filter (where q.fresh)
                                 over (partition by q.rung order by q.silent_since desc, q.lapse_id) > q.budget
              then 'COST_BUDGET' end as no_money
    from (select r.*, r.was is distinct from 'PLANNED' as fresh,
                 r.room is not null and r.let_on is null and r.was is distinct from 'PLANNED' as waits
            from reasoned r
           where (r.first_reason is null or r.first_reason = 'REVIEW') and (r.room is not null or r.budget is not null)) q
    join used u on u.rung = q.rung),
weighed as (
  -- what nobody can pay is not shown to a person as if he could let it go
  select r.*, case when r.first_reason = 'REVIEW' then coalesce(q.no_money, 'REVIEW')
                   else coalesce(r.first_reason, q.no_room, q.no_money) end as reason
    from reasoned r
    left join queued q on q.lapse_id = r.lapse_id and q.rung = r.rung),
judged as (
  select lapse_id, customer_id, ref, display_name, rung, letter_id, was, was_because, percent, coupon_days, template_id, gives, offer_kind, height, cost,
         reason, case when reason is null and room is not null then :day::date end as let_on,
         case
           when reason is null then 'PLANNED'
           when was is not null and was not in ('PLANNED', 'HELD', 'SUPPRESSED') then was
           when reason = 'CONTROL' then 'CONTROL'
           when reason in ('ALREADY_WRITTEN', 'TWICE_LOST', 'LAPSE_CLOSED', 'NOT_WORTH', 'HIGHER_RUNG', 'PURCHASED_SINCE',
                           'BEFORE_START', 'SENT_AGAIN')
                or was = 'SUPPRESSED' and coalesce(was_because, '') not in ('LAPSE_CLOSED', 'NOT_WORTH')
             then case when letter_id is not null then 'SUPPRESSED' end
           when reason = 'FOR_OTHERS' and letter_id is null then null
           else 'HELD'
         end as state
    from weighed)
