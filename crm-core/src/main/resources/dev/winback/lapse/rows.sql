-- Lapses as scripts read them, newest first by key; whoever works on one sees it even after it ended.
select l.id, c.ref, c.display_name, l.number, l.stage, l.opened_on, l.opened_by, l.silent_since,
       case when l.lost_on is not null then coalesce(l.lost_day, l.lost_on) end as lost_on,
       loser.login as lost_by, l.inherited, worker.login as assignee, mate.login as together, l.queue_reason, l.override_reason,
       l.value_year, l.currency, w.reason, coalesce(w.said_by = 'guess', false) as guess, l.later_until, l.letters_rest_until, l.closed_on, l.close_reason,
       l.returned_on, l.restored_on, l.year_on, fragile(l.customer_id, :today) as fragile, p.external_id as purchase, l.credit, l.version
from lapse l
join customer c on c.id = l.customer_id
left join member loser on loser.id = l.lost_by
left join member worker on worker.id = l.assignee
left join member mate on mate.id = l.joint_with
left join lateral why_of(l.id) w on true
left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
where (/*visible*/ or l.assignee = :member)
-- if id
  and l.id = :id
-- end
-- if stage
  and l.stage = :stage
-- end
-- if ref
  and l.customer_id = coalesce((select coalesce(r.merged_into, r.id) from customer r where r.ref = :ref),
                             (select a.customer_id from customer_alias a where a.source = '' and a.number = :ref))
-- end
-- if assignee
  and l.assignee = (select m.id from member m where m.login = :assignee)
-- end
-- if after
  and l.id < :after
-- end
order by l.id desc
limit :limit
