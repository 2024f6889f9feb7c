-- Open steps of the plans of who left: to who works on the loss now, else to the customer's owner, else to the keeper. Without
-- anybody they stay under his name, and the list of plans shows them as they are.
with heir as (
  select s.id, coalesce(case when l.stage in (/*open stages*/) then l.assignee end, o.id, :keeper::bigint) as who
    from plan_step s
    join lapse own on own.id = s.lapse_id
    join lapse l on l.id = coalesce(own.merged_with, own.id)
    join customer c on c.id = s.customer_id
    left join member o on o.id = c.owner_id and o.active and o.role in ('REP', 'MANAGER')
   where s.member_id = :leaver and s.done_at is null and s.removed_at is null
), noted as (
  insert into handover_step (handover_id, step_id, was, became)
  select :handover, id, :leaver, who from heir where who is not null
)
update plan_step s set member_id = h.who from heir h where s.id = h.id and h.who is not null
