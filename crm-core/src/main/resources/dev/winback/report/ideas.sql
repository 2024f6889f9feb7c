-- The newest first, keyset-paged by moment and anchor.
select said.anchor, said.source, said.at, said.words, said.question, said.member, c.ref, c.display_name as customer, said.lapse
/*where*/
  and (said.at, said.anchor) < (:until, cast(:anchor as text))
order by said.at desc, said.anchor desc
limit :limit
