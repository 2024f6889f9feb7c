-- What we promised, and what became of it: kept when it was done by the end of its day in the firm's zone, broken when the day
-- ended without it, even if it was done later. What was cancelled (the customer bought, or left) is no promise any more.
select t.id as task, t.kind, t.lapse_id as lapse,
       -- what the manager wants to learn on a visit was promised to nobody
       case when not exists (select from visit v
                             where v.customer_id = t.customer_id and v.task_id = t.id and v.questions = t.aim) then t.aim end as what, t.due_on, t.due_at, t.member_id, t.weight, l.currency,
       case when t.state = 'done' then t.closed_at end as done_at,
       case when t.state = 'done' and (t.closed_at at time zone :zone)::date <= t.due_on then 'kept'
            when t.due_on < :today then 'broken'
            when t.due_on = :today then 'due'
            else 'open' end as state,
       c.ref, c.display_name as customer, m.login, m.name as member, t.state = 'open' as waiting
  from task t
  join lapse l on l.id = t.lapse_id
  join customer c on c.id = t.customer_id
  join member m on m.id = t.member_id
 where promised_kind(t.kind)
   and t.state <> 'cancelled'
