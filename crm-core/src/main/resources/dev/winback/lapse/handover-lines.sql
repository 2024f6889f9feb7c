-- What each member gets by a handover; promises are tasks that the customer expects.
select m.name, sum(x.customers) as customers, sum(x.lapses) as lapses, sum(x.tasks) as tasks, sum(x.promises) as promises
  from (select owner_became as who, 1 as customers, 0 as lapses, 0 as tasks, 0 as promises
          from handover_customer where handover_id = :handover
        union all
        select became, 0, 1, 0, 0 from handover_lapse where handover_id = :handover
        union all
        select h.became, 0, 0, 1, (promised_kind(t.kind))::int
          from handover_task h join task t on t.id = h.task_id where h.handover_id = :handover) x
  left join member m on m.id = x.who
 group by m.id, m.name
 order by m.name nulls last
