-- A survey that is asked again by itself, or no longer; where nobody was invited yet the first time is tonight.
update survey s
   set repeat_days = :days::integer,
       repeat_most = case when :days::integer is not null then :most end,
       repeat_by = case when :days::integer is not null then :member::bigint end,
       repeat_on = case when :days::integer is null then null
                        when exists (select from survey_invitation i where i.survey_id = s.id)
                        then greatest((select (max(i.invited_at) at time zone :zone)::date from survey_invitation i where i.survey_id = s.id) + :days::integer, :today::date)
                        else :today::date end,
       rest_days = :rest, version = version + 1
 where id = :id
