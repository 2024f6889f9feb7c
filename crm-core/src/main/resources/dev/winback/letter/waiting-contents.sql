-- A letter that has not left, with what the claim would give it at this moment (outbox-take.sql); nothing is written.
with taken as (
  select l.id, l.lapse_id, l.invitation_id, l.confirmation_call, l.prompt_id, l.rung, l.attempts, l.message_id, l.percent, l.gives,
         l.template_id, l.resend_of, btrim(c.email) as address,
         (select v.template_id
            from rung_variant v
           where v.rung = l.rung and v.language = lower(left(c.language, 2)) and l.rung not in (/*rung CLUB*/, /*rung RULES*/, /*rung STORY*/)) as written_with
    from letter l
    join customer c on c.id = l.customer_id
   where l.id = any (:ids) and l.state in ('PLANNED', 'HELD'))
