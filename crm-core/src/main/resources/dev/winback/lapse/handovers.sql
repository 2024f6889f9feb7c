-- Handovers, newest first by key; "to" where all of it went to one member.
select h.id, h.kind, h.reason, leaver.name as leaver, maker.name as "by", h.made_at, h.undone_at,
       (select count(*) from handover_customer x where x.handover_id = h.id) as customers,
       (select count(*) from handover_lapse x where x.handover_id = h.id) as lapses,
       (select count(*) from handover_task x where x.handover_id = h.id) as tasks,
       (select case when count(distinct y.who) = 1 then min(m.name) end
          from (select owner_became as who from handover_customer where handover_id = h.id
                union select became from handover_lapse where handover_id = h.id) y
          left join member m on m.id = y.who) as "to"
  from handover h
  left join member leaver on leaver.id = h.leaver_id
  left join member maker on maker.id = h.member_id
 where h.id < :after
 order by h.id desc
 limit cast(:limit as int)
