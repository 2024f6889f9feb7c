-- What was said about what keeps customers and what drives them away: answers to surveys in words, what customers wish after
-- a loss, and what our own people say of it. Who may not read notes sees the surveys alone.
from (
  select 'survey-' || i.id || '-' || q.id as anchor, 'survey' as source, i.answered_at as at, a.answer as words,
         q.text as question, m.name as member, i.customer_id, i.lapse_id as lapse
    from survey_answer a
    join survey_invitation i on i.id = a.invitation_id
    join survey_question q on q.id = a.question_id
    left join member m on m.id = i.answered_by
   where q.kind in ('words', 'wish', 'text') and i.answered_at is not null
  union all
  -- what came by a survey stands there already
  select 'loss-' || f.id, 'loss', f.told_at, concat_ws(chr(10), f.words, f.wish), null, m.name, f.customer_id, f.lapse_id
    from finding f left join member m on m.id = f.member_id
   where :notes and f.current and (f.words is not null or f.wish is not null)
     and not exists (select from survey_invitation i where i.finding_id = f.id)
  union all
  select 'staff-' || s.id, 'staff', s.said_at, s.words, s.question, m.name, s.customer_id, s.lapse_id
    from statement s join member m on m.id = s.member_id
   where :notes and s.words is not null and s.undone_at is null) said
join customer c on c.id = said.customer_id
where c.erased_at is null and (cast(:source as text) is null or said.source = :source)
  and /*visible*/
