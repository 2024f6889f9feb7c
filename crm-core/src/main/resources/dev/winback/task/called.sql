-- What a caller is asked first: the last order and its payment, what is unpaid or complained of, and the last talk, summed up or
-- without a word: who only wrote "try on Tuesday" has not talked. Each comes from its own index.
select o.external_id as order_number, o.on_day as ordered_on, o.amount, o.currency, o.status, o.items as goods,
       b.due_on, b.paid_on, b.paid,
       (select count(*) from purchase p where p.customer_id = c.id and p.pending) as owed,
       (select count(*) from complaint k where k.customer_id = c.id and k.resolved_at is null) as complaints,
       cast(t.called_at at time zone :zone as date) as talked_on, t.member as talked_by, t.result as talk_result,
       nullif(t.note, '') as talk_note, t.summary as talk_summary
  from customer c
  left join lateral (
    select p.source, p.external_id, p.amount, p.currency::text as currency, p.status, p.items,
           cast(p.purchased_at at time zone :zone as date) as on_day
      from purchase p
     where p.customer_id = c.id
     order by p.purchased_at desc, p.id desc
     limit 1) o on true
  left join lateral (
    select max(y.due_on) as due_on, cast(max(y.paid_at) at time zone :zone as date) as paid_on,
           sum(y.amount) filter (where y.currency = o.currency) as paid
      from payment y
     where y.customer_id = c.id and y.source = o.source and y.purchase = o.external_id) b on true
  left join lateral (
    select k.called_at, coalesce(k.detail, k.result) as result, k.note, m.name as member, nullif(s.fields ->> 'summary', '') as summary
      from call k
      join member m on m.id = k.member_id
      left join call_sheet s on s.task_id = k.task_id and s.member_id = k.member_id
     where k.customer_id = c.id and k.undone_at is null
       and exists (select from contact r where r.customer_id = k.customer_id and r.id = k.contact_id and r.reached)
     order by k.called_at desc, k.id desc
     limit 1) t on true
 where c.id = :customer
