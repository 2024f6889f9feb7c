-- Signals of the slice's customers that were found no reason to worry.
select d.customer_id, d.kind, max(d.since) as since
from signal_dismissal d
where d.undone_at is null and d.customer_id >= :from and d.customer_id < :until
  and (:ids::bigint[] is null or d.customer_id = any (:ids::bigint[]))
group by d.customer_id, d.kind
