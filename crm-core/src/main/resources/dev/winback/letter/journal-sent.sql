-- What receivers took. A late answer of the same owner also settles a letter that was given up as in doubt.
update letter l
   set state = 'SENT', sent_at = :now, ended_at = clock_timestamp(), lease_until = null,
       smtp_code = d.code, smtp_reply = case when l.address is not null then d.reply end, version = version + 1
  from unnest(:ids::bigint[], :nodes::text[], :codes::int[], :replies::text[]) d(letter, node, code, reply)
 where l.id = any (:ids::bigint[]) and l.id = d.letter and l.node = d.node and l.state in ('ANNOUNCED', 'IN_DOUBT')
returning l.id
