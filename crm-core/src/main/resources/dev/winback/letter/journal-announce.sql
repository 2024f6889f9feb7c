-- The announcements of several workers in one statement and one durable commit; after it, and not before, the final dot may go
-- out. A row leaves CLAIMED once, so no letter is announced twice; the gate is asked again in the same statement, under the locks
-- of the mailboxes.
with judged as materialized (/*gate*/)
update letter l
   set state = 'ANNOUNCED', announcement = nextval('announcement'), announced_at = clock_timestamp(),
       lease_until = clock_timestamp() + make_interval(secs => d.reply_wait),
       subject = d.subject, frame_id = f.id, words = d.words, html = d.html, text = d.text, version = l.version + 1,
       basis = case when c.email_consent then 'consent' when l.confirmation_call is not null then 'agreed' else 'soft-opt-in' end,
       consent_at = case when c.email_consent then c.consent_at end
  from unnest(:letters::bigint[], :nodes::text[], :margins::float8[], :reply_waits::float8[],
              :subjects::text[], :frames::text[], :words::text[], :htmls::text[], :texts::text[])
         d(letter, node, margin, reply_wait, subject, frame, words, html, text)
  left join letter_frame f on f.key = d.frame, customer c
 where l.id = any (:letters::bigint[])
   and l.id = d.letter
   and l.node = d.node
   -- no letter leaves whose words could not be shown
   and (d.frame is null or f.id is not null)
   -- these two are said so that the key is used: indexes of what is on its way and of mailboxes look empty while a day
   -- begins, and with the plan of that moment each page would read them from end to end
   and coalesce(l.state, '') = 'CLAIMED'
   and l.lease_until > clock_timestamp() + make_interval(secs => d.margin)
   and c.id = l.customer_id and address_hash(c.email) is not distinct from l.address_hash
   -- a database that was restored since the claim announces nothing: it lacks what this node has announced (:noted)
   and exists (select from relay
                where noted is null
                  and greatest(confirmed, coalesce((select max(announcement) from letter), 0)) >= :noted::bigint)
   and l.id in (select j.id from judged j where j.reason is null)
returning l.id, l.announcement as number
