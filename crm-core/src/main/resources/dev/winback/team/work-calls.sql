-- Calls as they were logged and not undone, each on its day in the firm's zone: an attempt, or a talk when it reached somebody.
select k.id, k.lapse_id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, m.id as member_id,
       (k.called_at at time zone :zone)::date as day, k.called_at as at, k.result as what,
       case when :notes then nullif(t.note, '') end as words,
       case when t.reached then 'talk' else 'attempt' end as state,
       exists (select from pin_note p where p.call_id = k.id and p.undone_at is null) as pin,
       cast(null as numeric) as amount, cast(null as text) as currency, k.id as call
  from call k
  join customer c on c.id = k.customer_id and c.erased_at is null
  join member m on m.id = k.member_id
  left join contact t on t.customer_id = k.customer_id and t.id = k.contact_id
 where k.undone_at is null
