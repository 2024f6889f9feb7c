-- A member's open tasks due by a day, with all that the queue shows. Never a customer who must not be
-- called; data care stays, because it is no call to him. Programs page it by the key of its order, the page takes all.
select t.id, l.id as lapse_id, t.customer_id, t.member_id, m.login as member, t.kind, t.due_on, t.due_at, t.part,
       t.attempt, t.aim, t.weight, l.currency, l.stage, l.silent_since, l.number, fragile(t.customer_id, cast(:day as date)) as fragile,
       c.ref, c.display_name as name, c.phone, c.phone_e164, c.city, c.time_zone, c.call_from, c.call_until,
       case when r.has_left then 'left'
            when exists (select from signal s where s.customer_id = t.customer_id and s.kind = 'max-gap') then 'max-gap' end as about,
       c.preferred_channel, w.gain, w.offer_kind as offer, case when w.offer_kind is not null then w.percent else 0 end as offer_percent,
       -- the calls of the last year, in seconds of the epoch; below zero those that did not reach him
       (select array_agg(case when k.reached then 1 else -1 end * cast(extract(epoch from k.contacted_at) as bigint))
          from contact k
         where k.customer_id = t.customer_id and k.channel = 'phone' and k.direction = 'out'
           and k.contacted_at >= cast(:now as timestamptz) - interval '1 year') as calls,
       -- whoever spoke to us last is answered, and what was talked about or offered is gone on with
       case when not exists (select from call k
                              where k.next_task_id = t.id and k.undone_at is null and k.result not in ('not_there', 'voicemail'))
                 and not exists (select from offer_grant g where g.lapse_id = l.id and g.state = 'given')
                 and not exists (select from contact k
                                  where k.customer_id = t.customer_id and k.direction = 'in'
                                    and k.contacted_at > (select max(o.contacted_at) from contact o
                                                           where o.customer_id = t.customer_id and o.direction = 'out'))
            then contact_cap_until(t.customer_id, :now) end as cap_until,
       t.place, l.not_before, planned_contacts(l.id) as planned, calls_made(l.id) as made,
       (select max(o.leased_until) from task o
         where o.customer_id = t.customer_id and o.state = 'open' and o.leased_by <> t.member_id
           and o.leased_until > clock_timestamp()) as leased_until,
       (select max(k.called_at)
          from call k
         where k.customer_id = t.customer_id and k.undone_at is null) as last_called
  from task t
  join lapse own on own.id = t.lapse_id
  -- of a loss that became part of another one that one
  join lapse l on l.id = coalesce(own.merged_with, own.id)
  join customer c on c.id = t.customer_id
  join member m on m.id = t.member_id
  left join lapse_worth w on w.lapse_id = l.id
  left join lost_row r on r.id = l.id
 where t.state = 'open'
-- if member
   and t.member_id = :member
-- end
-- if losses
   and l.id = any (:losses::bigint[])
-- end
   and t.due_on <= :due
   and (c.status = 'active' or t.kind = 'data_care' and c.status not in ('never_contact', 'non_client'))
-- if after_id
   and t.due_on >= :after_due
   and (t.due_on > :after_due or (-t.weight, t.id) > (-:after_weight, :after_id))
-- end
 order by t.due_on, t.weight desc, t.id
 limit :limit
