-- The invitation of a customer who is asked on the telephone: the one he has, else one for this talk.
with known as (
  select id from survey_invitation where survey_id = :survey and customer_id = :customer order by answered_at nulls first, id limit 1
), added as (
  insert into survey_invitation (survey_id, customer_id, lapse_id, way, invited_by, invited_at)
  select :survey, :customer,
         (select l.id from lapse l where l.customer_id = :customer order by l.stage in (/*open stages*/) desc, l.number desc limit 1),
         'phone', :member, :now
   where not exists (select from known)
  on conflict do nothing
  returning id
)
select id from known union all select id from added
