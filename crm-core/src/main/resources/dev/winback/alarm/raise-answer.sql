-- A survey was answered with a mark that alarms: how bad it was, unless the loss alarms for it already, or how satisfied he
-- is.
with marks as (
  select i.id, i.customer_id, i.origin_id, i.lapse_id,
         max(a.answer) filter (where q.kind = 'severity' and i.finding_id is null)::integer as severity,
         min(a.answer) filter (where q.kind = 'satisfaction')::integer as satisfaction
    from survey_invitation i
    join survey_answer a on a.invitation_id = i.id
    join survey_question q on q.id = a.question_id
   where i.id = :invitation and q.kind in ('severity', 'satisfaction')
   group by i.id
), raised as (
  insert into alarm (fact, fact_id, customer_id, lapse_id, origin_id, severity, satisfaction, raised_at)
  select 'answer', id, customer_id, lapse_id, origin_id, case when severity /*severe*/ then severity end,
         case when satisfaction <= 2 then satisfaction end, :now
    from marks
   where severity /*severe*/ or satisfaction <= 2
  on conflict (fact, fact_id) do update
    set severity = excluded.severity, satisfaction = excluded.satisfaction, raised_at = excluded.raised_at,
        taken_back_at = null, note = null
    where alarm.taken_back_at is not null
  returning id
), unseen as (
  delete from alarm_seen s using raised where s.alarm_id = raised.id
)
select id from raised
