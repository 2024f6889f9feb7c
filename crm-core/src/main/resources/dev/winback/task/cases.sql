-- Complaints of a year, the oldest first; the words only for who may read notes.
select c.ref, c.display_name as customer, k.id as complaint, k.complained_at as came_at, k.severity,
       case when :notes then k.text end as text, (select m.name from member m where m.id = c.owner_id) as owner, k.resolved_at, k.satisfied,
       exists (select from complaint_wait w
                 join lapse l on l.id = w.lapse_id and l.customer_id = k.customer_id
                where w.complaint_id = k.id and w.solved_at is null) as loss_waits
/*where*/
   and (:after_id::bigint is null or (k.complained_at, k.id) > (:after_at::timestamptz, :after_id::bigint))
 order by k.complained_at, k.id
 limit :limit
