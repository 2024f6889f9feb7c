-- Every due letter in exactly one line; a letter sent again counts with its new row, not with the in-doubt one.
select e.rung, case e.state when 'ANNOUNCED' then 'CLAIMED' else e.state end as state, e.hold_reason, count(*) as letters
  from letter e
 where not (e.state = 'SUPPRESSED' and e.hold_reason = 'SENT_AGAIN')
 group by 1, 2, 3
 order by 1, 2, 3 nulls first
