-- The announcement: after it has committed, and not before, the final dot may go out. A row leaves CLAIMED once, so
-- no letter is announced twice; the gate is asked again in the same statement, under the lock of the mailbox.
update letter l
   set state = 'ANNOUNCED', announcement = nextval('announcement'), announced_at = clock_timestamp(),
       lease_until = clock_timestamp() + make_interval(secs => :reply_wait),
       subject = :subject, html = :html, text = :text, version = version + 1
 where l.id = :id
   and l.node = :node
   and l.state = 'CLAIMED'
   and l.lease_until > clock_timestamp() + make_interval(secs => :margin)
   and exists (select from customer c where c.id = l.customer_id and address_hash(c.email) = l.address_hash)
   -- a database that was restored since the claim announces nothing: it lacks what this node has announced (:noted)
   and exists (select from relay
                where noted is null
                  and greatest(confirmed, coalesce((select max(announcement) from letter), 0)) >= :noted::bigint)
   and not exists (select from (/*gate*/) g where g.reason is not null)
returning announcement
