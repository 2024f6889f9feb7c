-- What customers were promised, each on its day: still open, kept on the day, broken, or broken and still open (overdue).
-- What was cancelled with its loss was nobody's fault and is left out.
select t.id, t.lapse_id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, m.id as member_id,
       t.due_on as day, t.due_at as at, t.kind as what, cast(null as text) as detail, 
       -- what the manager wants to learn on a visit was promised to nobody
       case when :notes and not exists (select from visit v
                                         where v.customer_id = t.customer_id and v.task_id = t.id and v.questions = t.aim) then t.aim end as words,
       case when t.state = 'open' and t.due_on >= :today then 'open'
            when t.state = 'open' then 'overdue'
            when (t.closed_at at time zone :zone)::date <= t.due_on then 'kept'
            else 'broken' end as state,
       false as pin, cast(null as numeric) as amount, cast(null as text) as currency, cast(null as bigint) as call
  from task t
  join customer c on c.id = t.customer_id and c.erased_at is null
  join member m on m.id = t.member_id
 where promised_kind(t.kind) and t.state in ('open', 'done')
