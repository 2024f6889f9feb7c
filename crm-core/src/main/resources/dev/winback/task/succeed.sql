-- Open tasks of who left: with the loss to its new assignee; of a loss that ended to the customer's owner; a promise that
-- nobody would keep to the keeper. A planned call that has nobody ends, the night plans it again.
with heir as (
  select t.id, promised_kind(t.kind) as promised,
         coalesce(case when l.stage in (/*open stages*/) then l.assignee end,
                  case when l.stage not in (/*open stages*/) then o.id end) as who
    from task t
    join lapse l on l.id = t.lapse_id
    join customer c on c.id = t.customer_id
    left join member o on o.id = c.owner_id and o.active and o.role in ('REP', 'MANAGER')
   where t.member_id = :leaver and t.state = 'open'
), chosen as (
  select id, coalesce(who, case when promised then :keeper::bigint end) as who from heir
), noted as (
  insert into handover_task (handover_id, task_id, was, became)
  select :handover, id, :leaver, who from chosen
)
update task t
   set member_id = coalesce(k.who, t.member_id),
       state = case when k.who is null then 'cancelled' else t.state end,
       closed_at = case when k.who is null then :now::timestamptz end,
       ended_by_queue = k.who is null,
       version = t.version + 1
  from chosen k
 where t.id = k.id
