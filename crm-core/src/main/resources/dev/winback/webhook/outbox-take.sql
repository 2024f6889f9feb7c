-- The address that waited longest for its turn, so that one that is slow or has much to hear does not starve the others.
-- A sender that was killed loses it after the lease: a minute, four times the longest try.
update webhook w
   set node = :node, lease_until = clock_timestamp() + interval '60 seconds', claimed_at = clock_timestamp()
 where w.id = (
   select w.id
     from webhook w
    where w.active and not w.removed
      and (w.lease_until is null or w.lease_until < clock_timestamp())
      and (w.paused_until is null or w.paused_until <= clock_timestamp())
      and exists (select from webhook_delivery d
                   where d.webhook_id = w.id and d.state = 'due' and d.next_attempt_at <= clock_timestamp())
    order by w.claimed_at nulls first, w.id
    limit 1
      for update skip locked)
returning w.id
