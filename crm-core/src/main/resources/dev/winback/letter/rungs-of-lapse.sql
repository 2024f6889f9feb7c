-- Each rung of the ladder in one lapse, in their order: its letter as it stands (of two the one that was sent again), and the day on which
-- the rung is due if the silence lasts. A removed rung is told only where it has a letter, repentance only where it may have one. A letter is
-- looked for among the few of its customer, with whom it goes: by the index of rungs half a million are read.
select r.number, e.id as letter, e.height, e.state, e.hold_reason, e.hold_until, e.sent_at, e.announced_at,
       case when e.state = 'PLANNED' and e.attempts > 0 and e.next_attempt_at > clock_timestamp() then e.next_attempt_at end as put_off_until,
       r.mode = 'off' as off, t.due, l.stage in (/*open stages*/) or l.stage = 'TWICE_LOST' and r.number = 0 as open
  from lapse l
  join customer c on c.id = l.customer_id
  join rung r on r.number > 0 or r.number = 0 and l.stage = 'TWICE_LOST'
 cross join lateral (
   select rung_due(l.silent_since, r.unit, r.amount, r.days,
                   (select case when visits >= 3 then rhythm_days end from customer_value where customer_id = l.customer_id)) as due) t
  left join lateral (
    select * from letter where customer_id = l.customer_id and lapse_id = l.id and rung = r.number order by id desc limit 1) e on true
 where l.id = :lapse
   and (r.retired_at is null or e.id is not null)
   and /*visible*/
 order by coalesce(t.due, l.opened_on), r.number
