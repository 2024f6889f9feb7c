-- What managers have said of who lost this customer, the newest first. Only the last step of a loss can be taken back, so that a
-- taking back is of the correction right before it.
select e.at, m.name as by, was.name as was, became.name as became, e.detail ->> 'reason' as reason, coalesce(e.next = 'lost-by-undone', false) as undone
from (select *, lead(kind) over (order by id) as next
        from lapse_event where lapse_id = :lapse and kind in ('lost-by', 'lost-by-undone')) e
join member m on m.id = e.member_id
left join member was on was.id = (e.detail ->> 'lost_was')::bigint
left join member became on became.id = (e.detail ->> 'lost_by')::bigint
where e.kind = 'lost-by'
order by e.id desc
