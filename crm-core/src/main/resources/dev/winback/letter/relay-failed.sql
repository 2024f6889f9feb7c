-- One failure more, and from the fifth in a row on (:patience) a pause of 30 s, then twice as long each time up to 15 minutes.
-- While the relay rests only the letter that tries counts: what others had under way when the pause began is the same failure.
update relay r
   set failures = n.failures,
       needs_person = r.needs_person or :person,
       message = :message,
       trying = r.trying and not n.counts,
       paused_until = case when n.counts and n.failures >= :patience
                           then clock_timestamp() + least(interval '15 minutes',
                                  interval '30 seconds' * power(2, least(10, greatest(0, r.failures + 1 - :patience))))
                           else r.paused_until end
  from (select c.counts,
               case when c.counts then greatest(c.failures + 1, case when :person then :patience else 0 end) else c.failures end as failures
          from (select failures, trying or coalesce(paused_until <= clock_timestamp(), true) as counts from relay for update) c) n
