-- Receivers for whom something is due and who have not closed on us; workers begin with different ones.
select g.name, mail_group_rate(g, clock_timestamp()) is not null as limited
  from mail_group g
 where (g.held_until is null or g.held_until <= clock_timestamp())
   and exists (select from letter l
                where l.state = 'PLANNED' and l.mail_group = g.name
                  and (l.next_attempt_at is null or l.next_attempt_at <= clock_timestamp()))
 order by random()
