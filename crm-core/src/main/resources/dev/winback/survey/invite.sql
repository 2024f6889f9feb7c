-- One row for each customer who was not asked yet; the unique key makes two clicks one invitation.
insert into survey_invitation (survey_id, customer_id, lapse_id, way, invited_by, invited_at)
select :survey, u.customer, u.lapse, 'letter', :member, :now
  from unnest(:customers::bigint[], :lapses::bigint[]) as u (customer, lapse)
on conflict do nothing
returning id
