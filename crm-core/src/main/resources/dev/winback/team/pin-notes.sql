-- Managers' words on calls, the newest first, keyset-paged by number.
select p.id, p.lapse_id as lapse, c.ref, c.display_name as customer, rep.name as rep, k.result, k.detail, k.called_at,
       author.name as author, p.positive, p.interesting, p.negative, p.written_at, p.seen_at
/*where*/
   and p.id < :before
 order by p.id desc
 limit :limit
