-- One number of everything that past moves are made of: the same number, the same purchases. In one reading of the index
-- of histories, where making the moves anew would sort every purchase.
select count(*) + coalesce(sum(hashint8extended(customer_id, extract(epoch from purchased_at)::bigint)::numeric), 0)
  from purchase
 where counting and purchased_at < cast(:month as timestamp) at time zone :zone
