-- Which answers a list shows; the list, its count and its export share this. Low is what alarms: a mark of 3 or more for
-- how bad it was, of 1 or 2 for how satisfied he is.
from survey_invitation i
join customer c on c.id = i.customer_id
left join member m on m.id = i.answered_by
cross join lateral (
  select coalesce(bool_or(q.kind = 'severity' and a.answer >= '3' or q.kind = 'satisfaction' and a.answer <= '2'), false) as low
    from survey_answer a join survey_question q on q.id = a.question_id
   where a.invitation_id = i.id) f
where i.survey_id = :survey and i.answered_at is not null and c.erased_at is null
  and (not :low or f.low)
  and /*visible*/
