-- The lapses of one customer: the one that he stands by first (decision 924), then the latest first.
select l.id, l.number, l.stage, l.opened_on, l.silent_since, case when l.lost_on is not null then coalesce(l.lost_day, l.lost_on) end as lost_on, lost_by.name as lost_by,
       lost_by.login as lost_by_login, l.inherited,
       assignee.name as assignee, assignee.login as assignee_login, l.queue_reason, w.reason, coalesce(w.said_by = 'guess', false) as guess, l.value_year, l.currency,
       l.closed_on, l.close_reason, l.returned_on, l.restored_on, l.year_on, l.credit, credit.name as credit_member,
       (select min(t.due_on) from parts_of(l.id) part(id) join task t on t.lapse_id = part.id and t.state = 'open') as next_on
from lapse l
left join member lost_by on lost_by.id = l.lost_by
left join member assignee on assignee.id = l.assignee
left join member credit on credit.id = l.credit_member
left join customer_value v on v.customer_id = l.customer_id
left join lateral why_of(l.id) w on true
where l.customer_id = :customer
order by l.stage = 'MERGED' or (l.stage = 'FALSE_ALARM' and (l.closed_by is null or coalesce(v.last_purchase > l.silent_since, false))), l.number desc
