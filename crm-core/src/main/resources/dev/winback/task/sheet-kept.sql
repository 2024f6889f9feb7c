-- Whether what is typed on the card of this task is kept: it is open, or its call can be taken back until now; an erased
-- person has no sheet any more.
select exists (
  select
    from task t
    join customer c on c.id = t.customer_id and c.erased_at is null
   where t.id = :task
     and (t.state = 'open'
          or exists (select from call k where k.task_id = t.id and k.undone_at is null and k.called_at >= :since)))
