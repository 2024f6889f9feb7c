-- Calls as they were logged and not undone, each on its day in the firm's zone: an attempt, or a talk when it reached somebody. What
-- only the page shows is asked for row by row, so that their count does without it.
select k.id, k.lapse_id as lapse, (select c.ref from customer c where c.id = k.customer_id) as ref,
       (select c.display_name from customer c where c.id = k.customer_id) as customer, m.name as member, m.login, m.id as member_id,
       (k.called_at at time zone :zone)::date as day, k.called_at as at, k.result as what, k.detail,
       case when :notes then (select nullif(t.note, '') from contact t where t.customer_id = k.customer_id and t.id = k.contact_id) end as words,
       case when k.result = any (:talks) then 'talk' else 'attempt' end as state,
       exists (select from pin_note p where p.call_id = k.id and p.undone_at is null) as pin,
       cast(null as numeric) as amount, cast(null as text) as currency, k.id as call
  from call k
  join member m on m.id = k.member_id
 where k.undone_at is null and k.customer_id not in (select e.id from customer e where e.erased_at is not null)
   and k.called_at >= cast(:from as date)::timestamp at time zone :zone and k.called_at < (cast(:to as date) + 1)::timestamp at time zone :zone
