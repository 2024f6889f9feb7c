-- Meetings, and all other steps for which somebody named a time, from a month back on; a visit is a meeting of the manager too.
select t.id as task, t.kind, t.due_on as day, t.due_at as at, t.place, c.ref, c.display_name as name,
       coalesce(c.phone_e164, c.phone) as phone, t.version
  from task t
  join customer c on c.id = t.customer_id and c.erased_at is null
 where (t.kind = 'meeting' or t.due_at is not null)
   and t.state = 'open'
   and t.due_on >= :from
   and (:member::bigint is null or t.member_id = :member
        or t.id = any (array(select v.task_id from visit v
                              where v.manager_id = :member and v.done_at is null and v.cancelled_at is null)))
   and (:task::bigint is null or t.id = :task)
 order by t.due_on, t.due_at nulls first, t.id
