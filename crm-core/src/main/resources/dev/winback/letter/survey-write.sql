-- One letter for each invitation, by the rung of the survey's kind; the unique key makes a second run write nothing.
insert into letter (lapse_id, customer_id, origin_id, invitation_id, rung, state, percent, template_id, due_on)
select i.lapse_id, i.customer_id, i.origin_id, i.id, r.number, 'PLANNED', 0, r.template_id, :day
  from survey_invitation i
  join survey s on s.id = i.survey_id
  join rung r on r.number = case s.kind when 'departed' then /*rung DEPARTED*/ when 'loyal' then /*rung LOYAL*/ else /*rung SATISFACTION*/ end
 where i.id = any (:invitations) and i.answered_at is null
 order by i.id
on conflict do nothing
returning id
