-- Which lapses the lost list shows: the list, its count and its export share this, so that they never differ. A piece
-- between "if" and "end" stands there when its parameter was asked for (Pieces), so that each filter can use its index.
-- An open lapse belongs to nobody who is erased: erasure ends it first.
from lost_row l
where l.stage in (/*stages*/)
  and /*visible lost row*/
  and /*category*/
-- if closed
  and not l.erased
-- end
-- if q
  -- by the indexes of customers: who was found is few
  and l.customer_id = any (array(select c.id from customer c where /*search*/))
-- end
-- if rhythm
  and l.rhythm
-- end
-- if left
  and l.has_left
-- end
-- if sleeping
  and not l.has_left
-- end
-- if once
  and exists (select from customer_value v where v.customer_id = l.customer_id and v.visits = 1)
-- end
-- if class
  and l.silent_class = :class
-- end
-- if signal
  and /*signal*/
-- end
-- if owner
  and l.owner_key = (select m.id from member m where m.login = :owner)
-- end
-- if no_owner
  and l.owner_key = 0
-- end
-- if assignee
  and l.assignee = (select m.id from member m where m.login = :assignee)
-- end
-- if no_assignee
  and l.assignee is null
-- end
-- if min
  and l.value_year >= :min
-- end
-- if reason
  and l.known_reason = :reason
-- end
-- if no_reason
  and l.known_reason is null
-- end
-- if lostBy
  and l.lost_by = (select m.id from member m where m.login = :lostBy)
-- end
-- if not_lost_by
  and l.lost_by is null
-- end
-- if from
  and l.opened_on >= :from
-- end
-- if to
  and l.opened_on <= :to
-- end
-- if goods
  -- taken apart only where the word is in it at all: that is half of what a count costs (988 ms of CPU, 494 so, where one of four has it)
  and exists (select from (select p.items
                             from purchase p
                            where p.customer_id = l.customer_id and p.counting
                              and p.purchased_at < (l.silent_since + 1)::timestamp at time zone :zone
                            order by p.purchased_at desc, p.id desc
                            limit 1) q
               where position(:goods in q.items) > 0 and :goods in (select goods_of(q.items)))
-- end
-- if event
  and l.silent_since >= (select b.day - 30 from business_event b where b.id = :event and b.removed_at is null)
  and l.silent_since <= (select b.day + 30 from business_event b where b.id = :event and b.removed_at is null)
-- end
-- if direction
  and l.close_kind = 'direction-changed'
-- end
-- if no_direction
  and l.close_kind is distinct from 'direction-changed'
-- end
-- if touched
  -- somebody decided, put it off, gave it to somebody, told something of it or called
  and /*touched*/
-- end
-- if new
  and not /*touched*/
-- end
-- if no_next
  -- nothing is planned, and it is not put off to a day that is still to come
  and l.stage in (/*open stages*/) and l.next_on is null
  and (l.later_until is null or l.later_until <= :today)
-- end
-- if untouched
  -- nobody acted: no step by a person, no contact, no letter within the firm's days, counted to the last night
  and l.stage in (/*open stages*/)
  and l.opened_on <= /*untouched day*/
  and not exists (select from lapse_event e where e.lapse_id = l.id and e.member_id is not null and e.at > /*untouched moment*/)
  and not exists (select from contact t where t.customer_id = l.customer_id and t.contacted_at > /*untouched moment*/)
  and not exists (select from letter t where t.lapse_id = l.id and t.sent_at > /*untouched moment*/)
-- end
-- if uncontacted
  -- MEA-13: since the loss was noticed nobody called and nothing was written
  and not exists (select from contact t
                   where t.customer_id = l.customer_id and t.direction = 'out'
                     and t.contacted_at >= l.opened_on::timestamp at time zone :zone)
  and not exists (select from letter t where t.lapse_id = l.id and t.sent_at is not null)
-- end
