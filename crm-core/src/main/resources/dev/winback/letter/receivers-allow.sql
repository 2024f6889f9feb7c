-- How many letters a limited receiver takes now: what has come together since the last one, at most a minute's worth. The
-- lock keeps other nodes out until these are counted; who finds it taken gets none (no row) and goes on to another receiver,
-- for two that wait for each other's receivers would wait for ever.
select coalesce(greatest(0, least(:batch, floor(mail_group_rate(g, c.now)
                 * least(60, extract(epoch from c.now - coalesce(g.counted_until, c.now - interval '1 minute'))) / 60))), :batch)::int
  from mail_group g, (select clock_timestamp() as now) c
 where g.name = :name
   for update of g skip locked
