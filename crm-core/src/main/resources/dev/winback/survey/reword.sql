-- What was answered stays the answer to what was asked: then the question retires and a new one takes its place.
with answered as (
  select exists (select from survey_answer where question_id = :id) as yes
), again as (
  insert into survey_question (survey_id, position, kind, text)
  select survey_id, position, kind, :text from survey_question, answered
   where id = :id and answered.yes and text <> :text and retired_at is null
  returning id
)
update survey_question
   set text = case when answered.yes then text else :text end,
       retired_at = case when exists (select from again) then :now::timestamptz else retired_at end
  from answered
 where id = :id
