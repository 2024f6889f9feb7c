-- One line for each active rep and for whoever else has a figure, by name: no ranking. Losses count for who lost them, those of moves.sql on its days (who is
-- only late is none), with the size of the base: who is his now and whom he lost in the period. A promise is broken when its day is over and it was not kept on that day. A return counts for who has
-- its credit, its money is the net first order in the firm's currency, and a share of it, that of its day, is his (CAL-35). The few who are erased are looked up
-- once: joined to all losses and calls they would be all customers read four times. Who is erased has no open loss.
with erased as (
  select c.id from customer c where c.erased_at is not null
), bounds as (
  select (cast(:from as date))::timestamp at time zone :zone as since,
         (cast(:to as date) + 1)::timestamp at time zone :zone as until
), rep as (
  select m.id, m.login, m.name, m.seniority, m.region, m.active, m.role
    from member m
   where :all or m.id = :member
), lost as (
  select l.lost_by as member, count(*) as lost, count(*) filter (where l.inherited) as inherited,
         count(distinct l.customer_id) as losers,
         count(distinct l.customer_id) filter (where l.owner_key is distinct from l.lost_by) as gone
    from lapse l
   where l.lost_by is not null and l.close_kind is distinct from 'direction-changed'
     and l.lost_day between :from and :to
     and l.lost_day >= (select month from first_night) and l.customer_id not in (select id from erased)
   group by l.lost_by
), had as (
  select c.owner_id as member, count(*) as customers
    from customer c
   where c.owner_id is not null and c.erased_at is null and c.merged_into is null
   group by c.owner_id
), working as (
  select l.assignee as member, count(*) as open
    from lapse l
   where l.stage in (/*open stages*/) and l.assignee is not null
   group by l.assignee
), called as (
  select k.member_id as member, count(*) as attempts, count(*) filter (where k.result = any (:talks)) as talks,
         count(*) filter (where k.result = 'appointment') as appointments,
         count(*) filter (where k.result = 'offer_given') as offers
    from call k
   cross join bounds b
   where k.undone_at is null and k.customer_id not in (select id from erased) and k.called_at >= b.since and k.called_at < b.until
   group by k.member_id
), promised as (
  select t.member_id as member,
         count(*) filter (where t.state = 'done' and (t.closed_at at time zone :zone)::date <= t.due_on) as kept,
         count(*) filter (where t.state = 'open' or (t.closed_at at time zone :zone)::date > t.due_on) as broken
    from task t
   where promised_kind(t.kind) and t.customer_id not in (select id from erased)
     and t.due_on between :from and :to
     and (t.state = 'done' or t.state = 'open' and t.due_on < :today)
   group by t.member_id
), won as (
  select l.credit_member as member, count(*) as returned,
         coalesce(sum(p.amount - p.refunded) filter (where p.currency = :currency), 0) as money,
         coalesce(sum((p.amount - p.refunded) * s.percent / 100) filter (where p.currency = :currency), 0) as share
    from lapse l
    join incentive s on l.returned_on >= s.since and l.returned_on < s.until
    left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
   where l.credit_member is not null and l.customer_id not in (select id from erased) and l.returned_on between :from and :to
   group by l.credit_member
)
select r.login, r.name, r.active, r.seniority, r.region, coalesce(h.customers, 0) as customers,
       coalesce(h.customers, 0) + coalesce(x.gone, 0) as base, coalesce(x.lost, 0) as lost, coalesce(x.losers, 0) as losers,
       coalesce(x.inherited, 0) as inherited, coalesce(o.open, 0) as open, coalesce(k.attempts, 0) as attempts,
       coalesce(k.talks, 0) as talks, coalesce(p.kept, 0) as kept, coalesce(p.broken, 0) as broken,
       coalesce(k.appointments, 0) as appointments, coalesce(k.offers, 0) as offers,
       coalesce(w.returned, 0) as returned, coalesce(w.money, 0) as money,
       round(coalesce(w.share, 0), 2) as share
  from rep r
  left join lost x on x.member = r.id
  left join had h on h.member = r.id
  left join working o on o.member = r.id
  left join called k on k.member = r.id
  left join promised p on p.member = r.id
  left join won w on w.member = r.id
 where r.role = 'REP' and r.active
    or coalesce(h.member, x.member, o.member, k.member, p.member, w.member) is not null
 order by r.name, r.id
