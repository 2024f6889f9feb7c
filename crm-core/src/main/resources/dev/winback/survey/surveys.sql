-- Surveys with their figures, the newest first.
select s.id, s.kind as kind_code, s.title, s.intro, s.thanks, s.closed_at, s.version, s.created_at, s.repeat_days, s.repeat_most, s.repeat_on,
       s.rest_days,
       (select count(*) from survey_invitation i where i.survey_id = s.id) as invited,
       (select count(*) from survey_invitation i join letter e on e.invitation_id = i.id
         where i.survey_id = s.id and e.state = 'SENT') as written,
       (select count(*) from survey_invitation i where i.survey_id = s.id and i.answered_at is not null) as answered
  from survey s
 where (:id::bigint is null or s.id = :id::bigint)
 order by s.id desc
