-- A row about the customer for each table in which his words may stand and in which the story has none.
with his as (
  select l.id as lapse, l.customer_id as customer, :member::bigint as member, now() as at, date '2026-06-01' as day,
         (select min(id) from task where customer_id = l.customer_id) as task,
         (select min(id) from call where customer_id = l.customer_id) as call,
         (select min(id) from letter where customer_id = l.customer_id) as letter
  from lapse l where l.customer_id = :customer
), a1 as (
  insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints)
  select lapse, customer, member, at, true, true, true from his
), a2 as (
  insert into call_sheet (task_id, member_id, fields, saved_at) select task, member, '{}', at from his
), a3 as (
  insert into confirmation (call_id, lapse_id, customer_id, member_id, subject, body, written_at)
  select call, lapse, customer, member, 'x', 'x', at from his
), other as (
  insert into customer (ref, merged_into) select 'K-other', customer from his returning id
), merged as (
  insert into customer_merge (into_id, merged_id, merged_at) select customer, other.id, at from his, other returning id
), a4 as (
  insert into lapse_merge (merge_id, lapse_id, was, open) select merged.id, lapse, '{}', true from his, merged
), a5 as (
  insert into decision_answer (lapse_id, customer_id, question, words, member_id, answered_at)
  select lapse, customer, 'what', 'x', member, at from his
), a6 as (
  insert into decision_record (lapse_id, customer_id, decision, silent_days, value_year, currency, member_id, decided_at)
  select lapse, customer, 'return', 121, 1, 'EUR', member, at from his
), a7 as (
  insert into director_letter (lapse_id, customer_id, envelope, body, asked_by, asked_at)
  select lapse, customer, 'x', 'x', member, at from his
), a8 as (
  insert into finding (lapse_id, customer_id, told_at, said) select lapse, customer, at, '{}' from his
), a9 as (
  insert into good_contact (customer_id, kind, mark, due_on, member_id, weight)
  select customer, 'vip', '2026-06', day, member, 1 from his
), b1 as (
  insert into group_move (customer_id, to_group, reason, member_id, moved_at) select customer, 1, 'x', member, at from his
), given as (
  insert into handover (kind, reason, member_id, made_at) select 'transfer', '', member, at from his returning id
), b2 as (
  insert into handover_lapse (handover_id, lapse_id) select given.id, lapse from his, given
), job as (
  insert into bulk_job (member_id, action, parameters, state, started_at)
  select member, 'NOT_WANTED', '{}', 'done', at from his returning id
), b3 as (
  insert into bulk_row (job_id, position, lapse_id) select job.id, 1, lapse from his, job
), b4 as (
  insert into mailbox_letter (letter_id, message_id, sender, recipient, subject, message, received_at)
  select letter, 'm', 'x', 'x', 'x', '', at from his
), b5 as (
  insert into non_client (customer_id, reason, member_id, said_at) select customer, 'x', member, at from his
), b6 as (
  insert into note_draft (member_id, task_id, note) select member, task, 'x' from his
), b7 as (
  insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, margin_percent,
                           floor_percent, most_percent, currency, state, asked_by, asked_at)
  select lapse, customer, (select min(code) from offer_kind), 5, 5, 0, 0, 30, 10, 20, 'EUR', 'asked', member, at from his
), b8 as (
  insert into own_limit (customer_id, silence, why, member_id, at) select customer, 10, 'x', member, at from his
), b9 as (
  insert into pin_note (call_id, lapse_id, customer_id, rep_id, member_id, positive, written_at)
  select call, lapse, customer, member, member, 'x', at from his
), c1 as (
  insert into plan_step (lapse_id, customer_id, what, member_id, due_on, made_by, made_at)
  select lapse, customer, 'x', member, day, member, at from his
), c2 as (
  insert into reply_mail (own_id, customer_id, sender, subject) select 'own', customer, 'x', 'x' from his
), c3 as (
  insert into risky_moment (customer_id, day, title, member_id, at) select customer, day, 'x', member, at from his
), c4 as (
  insert into signal_dismissal (customer_id, kind, since, why, member_id, at)
  select customer, 'silent', day, 'x', member, at from his
), c5 as (
  insert into statement (lapse_id, customer_id, member_id, question) select lapse, customer, member, 'x' from his
), asked as (
  insert into survey (kind, title) values ('loyal', 'x') returning id
), question as (
  insert into survey_question (survey_id, position, kind, text) select id, 1, 'text', 'x' from asked returning id
), invited as (
  insert into survey_invitation (survey_id, customer_id, lapse_id, way, invited_by, invited_at)
  select asked.id, customer, lapse, 'phone', member, at from his, asked returning id
), c6 as (
  insert into survey_answer (invitation_id, question_id, answer) select invited.id, question.id, 'x' from invited, question
), c7 as (
  insert into test_letter (member_id, rung, lapse_id, address, sent_at) select member, 1, lapse, 'x', at from his
), c8 as (
  insert into testimonial (lapse_id, customer_id, state, words, member_id, told_at)
  select lapse, customer, 'asked', 'x', member, at from his
), c9 as (
  insert into visit (lapse_id, customer_id, manager_id, rep_id, starts_at, made_at)
  select lapse, customer, member, member, at, at from his
), hook as (
  insert into webhook (url, events, secret)
  values ('https://x.example', 'lapse.opened', decode(repeat('00', 32), 'hex')) returning id
)
insert into webhook_delivery (webhook_id, message_id, type, customer_id, body)
select hook.id, 'x', 'lapse.opened', customer, '{}' from his, hook
