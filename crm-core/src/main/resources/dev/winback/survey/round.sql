-- The next round of a survey: its words and questions in a survey of its own, which repeats from now on instead of it. Its number; where
-- nobody would be asked (:made is false) the day of this one moves on.
with made as (
  insert into survey (kind, title, intro, thanks, created_by, created_at, repeat_days, repeat_most, repeat_on, repeat_by, rest_days)
  select kind, title, intro, thanks, :member, :now, repeat_days, repeat_most, :day::date + repeat_days, repeat_by, rest_days
    from survey
   where id = :id and :made
  returning id
), asked as (
  insert into survey_question (survey_id, position, kind, text)
  select m.id, q.position, q.kind, q.text
    from made m
    join survey_question q on q.survey_id = :id and q.retired_at is null
), moved as (
  update survey
     set repeat_on = case when not :made then :day::date + repeat_days end,
         repeat_days = case when not :made then repeat_days end, repeat_most = case when not :made then repeat_most end,
         repeat_by = case when not :made then repeat_by end
   where id = :id
)
select coalesce((select id from made), :id)
