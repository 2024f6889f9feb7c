-- Complaints of a year, the oldest first; the words only for who may read notes.
select c.ref, c.display_name as customer, k.id as complaint, k.complained_at as came_at, k.severity,
       case when :notes then k.text end as text, m.name as owner, k.resolved_at, k.satisfied,
       exists (select from complaint_wait w
                 join lapse l on l.id = w.lapse_id and l.customer_id = k.customer_id
                where w.complaint_id = k.id and w.solved_at is null) as loss_waits
  from complaint k
  join customer c on c.id = k.customer_id and c.erased_at is null and c.merged_into is null
  left join member m on m.id = c.owner_id
 where k.complained_at > :since
   and case :state when 'open' then k.resolved_at is null when 'resolved' then k.resolved_at is not null else true end
   and /*visible*/
   and (:after_id::bigint is null or (k.complained_at, k.id) > (:after_at::timestamptz, :after_id::bigint))
 order by k.complained_at, k.id
 limit :limit
