-- Answered invitations, the newest first, keyset-paged by number, with all answers in one cell.
select i.id as invitation, c.ref, c.display_name as customer, i.lapse_id as lapse, i.answered_at, m.name as member, f.low,
       (select coalesce(jsonb_object_agg(a.question_id, a.answer), '{}')::text
          from survey_answer a where a.invitation_id = i.id) as answers
/*where*/
  and i.id < :before
order by i.id desc
limit :limit
