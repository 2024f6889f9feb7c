-- Which lapses the lost list shows: the list, its count and its export share this, so that they never differ.
from lapse l
left join lapse_worth w on w.lapse_id = l.id
join customer c on c.id = l.customer_id
left join customer_category k on k.customer_id = c.id
left join member owner on owner.id = c.owner_id
left join member assignee on assignee.id = l.assignee
left join signal silent on silent.customer_id = c.id and silent.kind = 'silent'
left join signal late on late.customer_id = c.id and late.kind = 'late'
where l.stage = any (:stages)
  and c.erased_at is null
  and /*visible*/
  and /*search*/
  and /*category*/
  and (cast(:signal as text) is null
       or (:signal = 'rhythm' and late.kind is not null)
       or (:signal = 'left' and /*left*/)
       or (:signal = 'sleeping' and not /*left*/)
       or silent.evidence ->> 'class' = :signal
       or exists (select 1 from signal s where s.customer_id = c.id and s.kind = :signal))
  and (cast(:owner as text) is null or coalesce(owner.login, 'none') = :owner)
  and (cast(:assignee as text) is null or coalesce(assignee.login, 'none') = :assignee)
  and (cast(:min as numeric) is null or l.value_year >= :min)
  and (cast(:reason as text) is null
       or :reason = 'unknown' and l.id not in (select y.lapse_id from lapse_why y where y.reason is not null)
       or l.id in (select y.lapse_id from lapse_why y where y.reason = :reason))
  and (cast(:lostBy as text) is null
       or coalesce((select m.login from member m where m.id = l.lost_by), 'none') = :lostBy)
  and (cast(:direction as boolean) is null or coalesce(l.close_kind = 'direction-changed', false) = :direction)
  -- somebody decided, put it off, gave it to somebody, told something of it or called
  and (cast(:touched as boolean) is null
       or (l.stage in ('DECIDED', 'WORKING') or l.later_until is not null
           or exists (select from lapse_event e where e.lapse_id = l.id and e.member_id is not null)
           or exists (select from call k where k.lapse_id = l.id and k.undone_at is null)) = :touched)
  and (cast(:from as date) is null or l.opened_on >= :from)
  and (cast(:to as date) is null or l.opened_on <= :to)
  and (cast(:goods as text) is null
       or :goods in (select goods_of(q.items)
                       from (select p.items
                               from purchase p
                              where p.customer_id = l.customer_id and p.counting
                                and p.purchased_at < (l.silent_since + 1)::timestamp at time zone :zone
                              order by p.purchased_at desc, p.id desc
                              limit 1) q))
  and (cast(:event as bigint) is null
       or exists (select from business_event b
                   where b.id = :event and b.removed_at is null and l.silent_since between b.day - 30 and b.day + 30))
  -- nobody acted: no step by a person, no contact, no letter within the firm's days, counted to the last night
  and (cast(:work as text) is distinct from 'untouched' or (
        l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
        and l.opened_on <= (select max(n.day) - min(p.untouched_days)
                              from night n cross join programme p where n.finished_at is not null)
        and not exists (select from lapse_event e
                         where e.lapse_id = l.id and e.member_id is not null and e.at > (select (max(n.day) - min(p.untouched_days))::timestamp at time zone :zone from night n cross join programme p where n.finished_at is not null))
        and not exists (select from contact t where t.customer_id = l.customer_id and t.contacted_at > (select (max(n.day) - min(p.untouched_days))::timestamp at time zone :zone from night n cross join programme p where n.finished_at is not null))
        and not exists (select from letter t where t.lapse_id = l.id and t.sent_at > (select (max(n.day) - min(p.untouched_days))::timestamp at time zone :zone from night n cross join programme p where n.finished_at is not null))))
  -- MEA-13: since the loss was noticed nobody called and nothing was written
  and (cast(:work as text) is distinct from 'uncontacted'
       or not exists (select from contact t
                       where t.customer_id = l.customer_id and t.direction = 'out'
                         and t.contacted_at >= l.opened_on::timestamp at time zone :zone)
          and not exists (select from letter t where t.lapse_id = l.id and t.sent_at is not null))
