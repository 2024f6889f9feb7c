-- Each kind of letter beside the ladder with what became of its letters; news and prompts alike.
select r.number as rung, r.mode, r.percent, r.coupon_days, r.control,
       count(l.id) as due,
       count(l.id) filter (where l.state in ('SENT')) as sent,
       count(l.id) filter (where l.state in ('PLANNED', 'CLAIMED', 'ANNOUNCED')) as waiting,
       count(l.id) filter (where l.state = 'HELD') as held,
       count(l.id) filter (where l.state = 'CONTROL') as control_letters,
       count(l.id) filter (where l.state in ('FAILED', 'IN_DOUBT')) as trouble,
       count(l.id) filter (where l.state = 'SUPPRESSED') as stopped
  from rung r
  left join letter l on l.rung = r.number and not (l.state = 'SUPPRESSED' and l.hold_reason = 'SENT_AGAIN')
 where r.number <= -6
 group by r.number
 order by r.number desc
