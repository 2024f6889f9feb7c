-- Whoever told a friend about us that has bought since (LET-29); a friend is known by his number, also when that was
-- merged into another, and nobody is his own. What happened before the letter was on is not thanked for now.
insert into prompt (customer_id, origin_id, rung, about, expires_at)
select distinct on (f.customer_id, n.id) f.customer_id, f.origin_id, /*rung REFERRAL*/, 'friend-' || n.id, (:day::date + 30)::timestamp at time zone :zone
  from referral f
  join customer b on b.ref = f.referred
  join customer n on n.id = coalesce(b.merged_into, b.id) and n.id <> f.customer_id
  join customer c on c.id = f.customer_id
  join rung r on r.number = /*rung REFERRAL*/
 where f.referred_at > (:day::date - 365)::timestamp at time zone :zone
   and exists (select from purchase p
                where p.customer_id = n.id and p.counting and bought_by(p.purchased_at, p.received_at, :zone) >= f.referred_at
                  and p.purchased_at >= r.since::timestamp at time zone :zone)
   and c.status = 'active' and c.erased_at is null and sendable(c.email)
   and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
   and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = c.id)
   and not exists (select from prompt o where o.rung = /*rung REFERRAL*/
                     and o.about in (select 'friend-' || m.id from customer m where m.id = n.id or m.merged_into = n.id))
 order by f.customer_id, n.id, f.referred_at
on conflict do nothing
returning id
