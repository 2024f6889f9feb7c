-- Each kind of letter beside the ladder with what became of its letters; news and prompts alike. Rung by rung, so that the
-- letters of the ladder are not read.
select r.number as rung, r.mode, r.percent, r.coupon_days, r.control,
       c.due, c.sent, c.waiting, c.held, c.control_letters, c.trouble, c.stopped
  from rung r
 cross join lateral (
   select count(*) as due,
          count(*) filter (where l.state = 'SENT') as sent,
          count(*) filter (where l.state in ('PLANNED', 'CLAIMED', 'ANNOUNCED')) as waiting,
          count(*) filter (where l.state = 'HELD') as held,
          count(*) filter (where l.state = 'CONTROL') as control_letters,
          count(*) filter (where l.state in ('FAILED', 'IN_DOUBT')) as trouble,
          count(*) filter (where l.state = 'SUPPRESSED') as stopped
     from letter l
    where l.rung = r.number and not (l.state = 'SUPPRESSED' and l.hold_reason = 'SENT_AGAIN')) c
 where r.number <= /*rung FAULT*/
 order by r.number desc
