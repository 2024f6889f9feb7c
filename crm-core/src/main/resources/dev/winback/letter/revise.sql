-- Judges letters again that have not left: a reason that went away lets them go, a new one holds or stops them, and
-- the coupon of a letter that will not leave is void. A deferral by the sender (hold_until) keeps its time.
-- Follows judged.sql.
, revised as (
  update letter e
     set state = j.state, hold_reason = j.reason, hold_until = null, mail_group = null, cost = coalesce(j.cost, e.cost),
         let_on = coalesce(e.let_on, j.let_on), version = e.version + 1
    from judged j
   where e.id = j.letter_id
     and e.state in ('PLANNED', 'HELD', 'SUPPRESSED')
     -- what the coupon of one that waits may cost changes with the rung and with what the customer usually buys
     and ((e.state, e.hold_reason) is distinct from (j.state, j.reason)
          or e.state in ('PLANNED', 'HELD') and e.cost is distinct from coalesce(j.cost, e.cost))
     and not (j.state = 'PLANNED' and e.state = 'HELD' and coalesce(e.hold_until > :now, false))
  returning e.id, e.state, (e.state, e.hold_reason) is distinct from (j.was, j.was_because) as other),
coupons as (
  update coupon k
     set void_at = case when r.state in ('PLANNED', 'HELD') then null else clock_timestamp() end
    from revised r
   -- the code of a letter that ended may be in force: one that is sent again prints it
   where r.other and k.letter_id = r.id and (k.void_at is null) <> (r.state in ('PLANNED', 'HELD')))
select count(*) from revised where other
