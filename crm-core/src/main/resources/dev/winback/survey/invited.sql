-- An invitation as it stands. Its answers tell of the loss that is worked on: of one that became part of another, the other;
-- of somebody who was asked while he stayed and has left since, the open one.
select i.id, i.survey_id as survey, i.customer_id as customer,
       coalesce(p.merged_with, p.id, o.id) as lapse,
       i.answered_at is not null as answered, i.answered_by, i.finding_id as finding
  from survey_invitation i
  join customer c on c.id = i.customer_id and c.erased_at is null
  left join lapse p on p.id = i.lapse_id
  left join lapse o on o.customer_id = i.customer_id and o.stage in (/*open stages*/)
 where i.id = :id
