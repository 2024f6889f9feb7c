-- Letters of the director on paper, the newest first. A rep sees those of his own customers.
select d.id, c.ref, c.display_name as customer, d.lapse_id as lapse, d.envelope, d.body, d.courier, m.name as asked_by, d.asked_at,
       h.name as handed_by, d.handed_at, d.dropped_at is not null as dropped
  from director_letter d
  join customer c on c.id = d.customer_id
  join member m on m.id = d.asked_by
  left join member h on h.id = d.handed_by
 where /*visible*/
-- if id
   and d.id = :id
-- end
-- if open
   and d.handed_at is null and d.dropped_at is null
-- end
-- if before
   and d.id < :before
-- end
 order by d.id desc
 limit :limit
