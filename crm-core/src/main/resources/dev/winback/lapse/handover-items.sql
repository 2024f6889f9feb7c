-- The things of a handover by name, promises first: they are what somebody waits for.
select x.kind, c.ref, c.display_name as customer, x.lapse, m.name as "to"
  from (select 1 as place, 'promise' as kind, t.customer_id, t.lapse_id as lapse, h.became as who
          from handover_task h join task t on t.id = h.task_id
         where h.handover_id = :handover and promised_kind(t.kind)
        union all
        select 2, 'lapse', l.customer_id, l.id, h.became
          from handover_lapse h join lapse l on l.id = h.lapse_id where h.handover_id = :handover
        union all
        select 3, 'customer', h.customer_id, null, h.owner_became
          from handover_customer h where h.handover_id = :handover) x
  join customer c on c.id = x.customer_id
  left join member m on m.id = x.who
 order by x.place, lower(c.display_name), x.customer_id
 limit :limit
