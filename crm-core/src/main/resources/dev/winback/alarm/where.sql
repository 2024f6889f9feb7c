-- Which alarms a list shows; the list, its count and its export share this, and so does the count on every page.
from alarm a
join customer c on c.id = a.customer_id
where c.erased_at is null
  and case :state when 'unseen' then a.taken_back_at is null
                                     and not exists (select from alarm_seen s where s.alarm_id = a.id and s.member_id = :member)
                  when 'standing' then a.taken_back_at is null
                  when 'taken-back' then a.taken_back_at is not null
                  else true end
  and /*visible*/
