-- The questions of a survey in their order.
select id, kind as kind_code, text, retired_at is not null as retired
  from survey_question
 where survey_id = :survey and (:retired or retired_at is null)
 order by position, id
