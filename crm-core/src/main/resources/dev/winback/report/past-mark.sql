-- One number of everything that past moves are made of: the same number, the same purchases and limits. In one reading of the index
-- of histories, where making the moves anew would sort every purchase.
select count(*) + coalesce(sum(hashint8extended(customer_id, extract(epoch from purchased_at)::bigint)::numeric), 0)
       + hashint8extended(1, lost_limit(''))
       + (select coalesce(sum(hashint8extended(c.id, -k.lost_limit)::numeric), 0) from customer c join limit_of_kind k on k.kind = c.kind)
       -- false alarms of the silences that history counts as lapses do
       + (select coalesce(sum(hashint8extended(l.id, 3)::numeric), 0) from lapse l
           where l.patient and l.stage = 'FALSE_ALARM'
             and l.silent_since + l.lost_limit < date_trunc('month', cast(:day as timestamp)))
  from purchase
 where counting and purchased_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
