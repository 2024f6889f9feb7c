-- The last 200 letters of a rung since a person let it go on: more than 5 % to dead mailboxes, or the last ten refused for
-- what they are, and the program stops the rung until somebody has looked. Nothing returned: it goes on.
with last as (
  select e.refusal, row_number() over (order by e.ended_at desc) as nr
    from (select refusal, ended_at
            from letter
           where rung = :rung and state in ('SENT', 'FAILED')
             and ended_at > coalesce((select resumed_at from rung where number = :rung), '-infinity')
           order by ended_at desc
           limit 200) e
), why as (
  select case when count(*) filter (where refusal = 'mailbox') > 10 then 'bounces'
              when count(*) filter (where refusal = 'content' and nr <= 10) = 10 then 'refusals' end as because
    from last
)
update rung
   set paused_at = clock_timestamp(), paused_because = why.because, version = version + 1
  from why
 where rung.number = :rung and rung.paused_at is null and why.because is not null
returning rung.paused_because
