-- Calls about losses, each on its day in the firm's zone, logged here or told by another system: an attempt, or a talk when it
-- reached somebody. Only of a call that was logged here a manager can say something.
select t.id, t.lapse_id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, m.id as member_id,
       (t.contacted_at at time zone :zone)::date as day, t.contacted_at as at,
       coalesce(k.result, case when t.reached then 'talked' else 'not_there' end) as what,
       case when :notes then nullif(t.note, '') end as words,
       case when t.reached then 'talk' else 'attempt' end as state,
       exists (select from pin_note p where p.call_id = k.id and p.undone_at is null) as pin,
       cast(null as numeric) as amount, cast(null as text) as currency, k.id as call
  from contact t
  join customer c on c.id = t.customer_id and c.erased_at is null
  join member m on m.id = t.member_id
  left join call k on k.lapse_id = t.lapse_id and k.contact_id = t.id and k.customer_id = t.customer_id
                   and k.undone_at is null
 where t.channel = 'phone' and t.direction = 'out' and t.lapse_id is not null
