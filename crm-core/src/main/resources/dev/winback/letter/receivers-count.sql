-- Letters claimed for a limited receiver: the next ones come together from here on.
update mail_group g
   set counted_until = greatest(g.counted_until, c.now - interval '1 minute') + make_interval(secs => 60.0 * :letters / r.rate)
  from (select clock_timestamp() as now) c,
       lateral (select mail_group_rate(m, c.now)::float8 as rate from mail_group m where m.name = :name) r
 where g.name = :name and r.rate is not null
