-- What customers answered, question by question: of one customer, or of a kind of survey; the newest first.
select i.id as invitation, s.id as survey, s.title, s.kind, i.answered_at, m.name as member, c.ref, c.display_name as customer,
       q.text as question, q.kind as question_kind, a.answer
from survey_invitation i
join survey s on s.id = i.survey_id
join survey_answer a on a.invitation_id = i.id
join survey_question q on q.id = a.question_id
join customer c on c.id = i.customer_id
left join member m on m.id = i.answered_by
where i.answered_at is not null and c.erased_at is null
-- if customer
  and i.customer_id = :customer
-- end
-- if kind
  and s.kind = :kind
-- end
  and /*visible*/
order by i.answered_at desc, i.id desc, q.position, q.id
limit :limit
