-- The person is erased: marks and reasons stay, because reports count them; what he wrote goes.
delete from survey_answer a
 using survey_invitation i, survey_question q
 where i.id = a.invitation_id and q.id = a.question_id and i.customer_id = :customer
   and q.kind in ('words', 'wish', 'text')
