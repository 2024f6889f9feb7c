-- Three links of a letter within five seconds, or one that no person sees: all of that moment was a program.
update letter_hit h
   set machine = 'swarm'
 where h.letter_id = :letter and h.machine is null and h.number >= 0 and h.at > :since
   and exists (select from letter_hit o
                where o.letter_id = :letter and o.at > :since
               having count(distinct o.number) filter (where o.number >= 0) >= 3
                   or count(*) filter (where o.machine = 'trap') > 0)
