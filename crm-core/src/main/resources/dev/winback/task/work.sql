-- The work of each member within some days, with what came of it: a return counts for who has its credit, its money is the net
-- first order in the firm's currency. Members who left are told as long as they did something.
with called as (
  select k.member_id, count(*) as calls, count(*) filter (where c.reached) as talks,
         count(*) filter (where k.result = 'appointment') as appointments,
         count(*) filter (where k.result = 'offer_given') as offers,
         count(*) filter (where k.result = 'complaint') as complaints
    from call k
    left join contact c on c.customer_id = k.customer_id and c.id = k.contact_id
   where k.undone_at is null and k.called_at >= :from and k.called_at < :until
   group by k.member_id
), promised as (
  select t.member_id,
         count(*) filter (where t.state = 'done' and (t.closed_at at time zone :zone)::date <= t.due_on) as kept,
         count(*) filter (where t.due_on < :today
                            and not (t.state = 'done' and (t.closed_at at time zone :zone)::date <= t.due_on)) as broken
    from task t
   where t.kind in ('promise', 'call_back') and t.state <> 'cancelled' and t.due_on between :first and :last
   group by t.member_id
), back as (
  select l.credit_member as member_id, count(*) as returned,
         coalesce(sum(p.amount - p.refunded) filter (where p.currency = :currency), 0) as money
    from lapse l
    left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
   where l.returned_on between :first and :last and l.credit_member is not null
   group by l.credit_member
)
select m.login, m.name as member, coalesce(k.calls, 0) as calls, coalesce(k.talks, 0) as talks,
       coalesce(k.appointments, 0) as appointments, coalesce(k.offers, 0) as offers, coalesce(k.complaints, 0) as complaints,
       coalesce(r.kept, 0) as kept, coalesce(r.broken, 0) as broken, coalesce(b.returned, 0) as returned,
       coalesce(b.money, 0)::numeric(16, 2) as money,
       round(coalesce(b.money, 0) * s.incentive_percent / 100, 2) as share
  from member m
 cross join work_setting s
  left join called k on k.member_id = m.id
  left join promised r on r.member_id = m.id
  left join back b on b.member_id = m.id
 where (:member::bigint is null or m.id = :member)
   and (m.active and m.role = 'REP' or m.id = :member or k.member_id is not null or r.member_id is not null or b.member_id is not null)
 order by m.name, m.id
