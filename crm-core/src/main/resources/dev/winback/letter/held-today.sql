-- What the gate would say until the end of the day of those whom the judgement lets go (outbox-gate.sql): a wish for quiet, a trial,
-- enough letters to the mailbox, enough letters and talks with the customer; and from which day on not any more. They leave later, so
-- whoever decides about going live counts them; whoever asks what leaves on this day does not. Follows judged.sql.
, shown as (
  select j.lapse_id, j.customer_id, j.ref, j.display_name, j.rung, coalesce(j.reason, g.reason) as reason, g.until
    from judged j
    left join lateral (
      select case
               when q.quiet then 'ASKED_QUIET'
               when x.trial is not null and not (b.address = any (x.trial) or '@' || split_part(b.address, '@', 2) = any (x.trial))
                 then 'TRIAL'
               when m.until > b.over then 'CAP'
               when a.until > b.over then 'CONTACT_CAP'
             end as reason,
             case when q.quiet then q.until when m.until > b.over then m.until when a.until > b.over then a.until end as until
        from customer c
       cross join sending x
       cross join lateral (select lower(btrim(c.email)) as address, address_hash(c.email) as hash,
                                  (:day::date + 1)::timestamp at time zone :zone as over offset 0) b
       cross join lateral (
         select count(*) > 0 as quiet, case when bool_and(until is not null) then max(until) end as until
           from mailbox_quiet
          where address_hash = b.hash and lifted_at is null and coalesce(until, 'infinity') > b.over
         offset 0) q
       cross join lateral (
         select greatest(max(o.at) + make_interval(days => x.mailbox_gap),
                         (array_agg(o.at order by o.at desc))[x.mailbox_letters] + make_interval(days => x.mailbox_days)) as until
           from (select coalesce(e.sent_at, e.announced_at) as at
                   from letter e
                  where e.address_hash = b.hash and e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) o
         offset 0) m
       cross join lateral (
         select (array_agg(o.at order by o.at desc))[x.contact_cap] + interval '30 days' as until
           from (select k.contacted_at as at
                   from contact k
                  where k.customer_id = j.customer_id and k.direction = 'out' and k.contacted_at > b.over - interval '30 days'
                 union all
                 select coalesce(e.sent_at, e.announced_at)
                   from letter e
                  where e.customer_id = j.customer_id and e.confirmation_call is null
                    and e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')
                    and coalesce(e.sent_at, e.announced_at) > b.over - interval '30 days') o
         offset 0) a
       where c.id = j.customer_id
      offset 0) g on j.reason is null)
