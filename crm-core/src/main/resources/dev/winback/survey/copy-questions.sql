-- A new survey asks what the newest one of its kind asks.
insert into survey_question (survey_id, position, kind, text)
select :survey, q.position, q.kind, q.text
  from survey_question q
 where q.retired_at is null
   and q.survey_id = (select max(s.id) from survey s where s.kind = :kind and s.id <> :survey)
 order by q.position, q.id
