-- Receivers for whom something is due and who have not closed on us; workers begin with different ones. The first of its line
-- says it for the whole line, and asking for the first keeps to the index whatever the table holds.
select g.name, mail_group_rate(g, clock_timestamp()) is not null as limited
  from mail_group g
 where (g.held_until is null or g.held_until <= clock_timestamp())
   -- known by the last claim to have a line
   and (g.name = any (:held) or
        exists (select from (select l.next_attempt_at from letter l
                             where l.state = 'PLANNED' and l.mail_group = g.name
                             order by l.next_attempt_at nulls first, l.id
                             limit 1) first
                where first.next_attempt_at is null or first.next_attempt_at <= clock_timestamp()))
 order by random()
