-- What a person needs to know in the twenty seconds before a call; the note he began is his own.
select t.id, c.company, k.first_name, k.last_name, k.called, k.role, k.phone as person_phone,
       k.phone_e164 as person_phone_e164, k.children, k.gifts, k.holidays, k.note as person_note, k.missing as nobody, c.email,
       c.email_consent, c.consent_at, c.preferred_channel, c.call_from, c.call_until,
       c.flagship, c.pays_badly, c.note as customer_note, k.hobbies, k.birthday,
       w.reason, coalesce(w.said_by = 'guess', false) as guess, w.said_by, l.lost_on is not null as lost, w.severity,
       coalesce(b.done, false) as background, l.letters_rest_until,
       v.purchases, v.visits, v.rhythm_days, v.revenue, v.currency, v.last_purchase, g.abc, g.xyz, coalesce(g.vip, false) as vip,
       fragile(t.customer_id, cast(:day as date)) as fragile, mate.name as together,
       d.note as draft, d.saved_at
  from task t
  join lapse own on own.id = t.lapse_id
  join lapse l on l.id = coalesce(own.merged_with, own.id)
  left join lateral why_of(l.id) w on true
  left join lateral background_of(l.id) b on true
  join customer c on c.id = t.customer_id
  -- offset 0: of this customer alone; joined as a whole the view looks up everybody's person
  cross join lateral (select p.* from contact_person p where p.customer_id = c.id offset 0) k
  left join customer_value v on v.customer_id = t.customer_id
  left join customer_category g on g.customer_id = t.customer_id
  left join member mate on mate.id = l.joint_with
  left join note_draft d on d.task_id = t.id and d.member_id = :member
 where t.id = :task
