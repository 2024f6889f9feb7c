insert into survey_question (survey_id, position, kind, text)
select :survey, coalesce(max(position), 0) + 1, :kind, :text from survey_question where survey_id = :survey
