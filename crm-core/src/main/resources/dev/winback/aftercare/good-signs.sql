-- DET-03, DET-05, DET-15, DET-16, DET-17, DET-19: signs that mean no loss yet, for who owns the customer: one call that asks why. At
-- most as many open as the places of good contacts, apart from those; signs of VIPs first, the dearest first. Carts have their
-- letters, complaints service, contact data their check. One call is about all that he shows: what stood there when it was made rings
-- no more while it stands, and the VIP's call of the month is this one.
with place as (
  select m.id as member_id,
         s.contacts - (select count(*) from good_contact g where g.member_id = m.id and g.state = 'open' and g.kind = 'sign') as free
  from member m
  cross join (select contacts from aftercare_setting order by id desc limit 1) s
  where m.active and m.role in ('REP', 'MANAGER')
), told as (
  select s.customer_id, c.owner_id, s.kind, coalesce(v.value_year, 0) as weight, n.place,
         row_number() over (partition by s.customer_id order by n.place) as nth
  from (values ('fallen-vip', 1), ('vip-paid-little', 2), ('margin-squeeze', 3), ('volume-drop', 4),
               ('requests-without-purchase', 5), ('risky-moment', 6), ('unresponsive', 7), ('no-requests', 8)) n (kind, place)
  join signal s on s.kind = n.kind
  join customer c on c.id = s.customer_id and c.status = 'active' and c.erased_at is null and c.merged_into is null
  join place p on p.member_id = c.owner_id and p.free > 0
  left join customer_value v on v.customer_id = c.id
  where not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
    and not exists (select from good_contact o
                     where o.customer_id = c.id and o.kind = 'sign'
                       and (o.state = 'open' or o.mark = s.kind or (o.closed_at at time zone :zone)::date >= s.since))
), ranked as (
  select t.*, row_number() over (partition by t.owner_id order by t.place > 3, t.weight desc, t.customer_id) as rank
  from told t
  where t.nth = 1 and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = t.customer_id)
), chosen as (
  insert into good_contact (customer_id, kind, mark, due_on, member_id, weight)
  select r.customer_id, 'sign', r.kind, :due, r.owner_id, r.weight
  from ranked r
  join place p on p.member_id = r.owner_id
  where r.rank <= p.free
  returning customer_id
), the_same as (
  delete from good_contact g using chosen c where g.customer_id = c.customer_id and g.kind = 'vip' and g.state = 'open'
)
select count(*) from chosen
