-- One loss with the names around it, or nothing when the member may not see it.
select l.id, l.number, l.stage, l.customer_id, c.ref, c.display_name as name, c.city, c.phone, c.phone_e164,
       nullif(concat_ws(' ', k.first_name, k.last_name), '') as person, k.role as person_role,
       l.opened_on, l.opened_by, l.silent_since, coalesce(l.returned_on, l.closed_on, cast(:day as date)) - l.silent_since as days,
       -- the day that is counted: noticed is opened_on
       case when l.lost_on is not null then coalesce(l.lost_day, l.lost_on) end as lost_on,
       loser.name as lost_by, loser.login as lost_by_login, l.inherited, /*left*/ as "left", worker.name as assignee, worker.login as assignee_login, mate.name as together, l.queue_reason,
       l.override_reason, l.value_year, l.currency, g.chance, g.gain, g.verdict,
       -- what was put off is new work on its day
       case when l.later_until > cast(:today as date) then l.later_until end as later_until, l.letters_rest_until, l.closed_on,
       closer.name as closed_by, case when :notes or l.close_reason ~ '^[a-z]+([_-][a-z]+)*$' then l.close_reason end as close_reason,
       l.returned_on, l.restored_on, l.year_on, fragile(l.customer_id, cast(:today as date)) as fragile, l.credit, l.merged_with, c.erased_at is not null as erased,
       (select min(t.due_on) from parts_of(l.id) part(id) join task t on t.lapse_id = part.id and t.state = 'open') as next_on,
       (select min(t.called_at) from parts_of(l.id) part(id) join call t on t.lapse_id = part.id
          join contact x on x.customer_id = t.customer_id and x.id = t.contact_id
         where t.undone_at is null and x.reached) as first_talk,
       l.version
  from lapse l
  join customer c on c.id = l.customer_id
  left join lateral (select p.* from contact_person p where p.customer_id = c.id offset 0) k on true
  left join lapse_worth g on g.lapse_id = l.id
  left join member loser on loser.id = l.lost_by
  left join member worker on worker.id = l.assignee
  left join member mate on mate.id = l.joint_with
  left join member closer on closer.id = l.closed_by
 where l.id = :id and (/*visible*/ or l.assignee = :member)
