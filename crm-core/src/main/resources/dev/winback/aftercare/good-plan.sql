-- Contacts with good customers for who owns them, at most so many open at once (OPS-06), and more where the VIPs to whom nobody
-- has talked this month would not fit into its :left working days (CAL-32), up to his calls of a day: what has its day first (birthdays,
-- occasions), then those VIPs, the dearest first. Who is lost is worked on as a loss, whom we let go is left alone.
-- What is done or left out is not chosen again: planning twice plans once. Signs have places of their own (good-signs.sql).
with place as (
  select m.id as member_id,
         case when s.contacts = 0 then 0 else greatest(s.contacts, least(ceil(w.waiting::numeric / :left), m.capacity)) end
           - (select count(*) from good_contact g where g.member_id = m.id and g.state = 'open' and g.kind <> 'sign') as free
  from member m
  cross join (select contacts from aftercare_setting order by id desc limit 1) s
  cross join lateral (select coalesce((select o.waiting from vip_owed o where o.owner_key = m.id), 0) as waiting) w
  where m.active and m.role in ('REP', 'MANAGER')
), back as (
  select distinct l.customer_id
  from lapse l
  where l.stage in ('RETURNED', 'RESTORED') and l.returned_on > :day - 367 and fragile(l.customer_id, :day)
), good as (
  select c.id, c.owner_id, c.kind, k.vip, k.priority_group, b.customer_id is not null as fragile,
         coalesce(v.value_year, 0) as weight
  from customer c
  join place p on p.member_id = c.owner_id and p.free > 0
  left join customer_category k on k.customer_id = c.id
  left join customer_value v on v.customer_id = c.id
  left join back b on b.customer_id = c.id
  where (k.vip or k.priority_group <= 2 or b.customer_id is not null
         or lower(c.kind) in (select lower(o.buyers) from occasion o where o.removed_at is null and o.ends_on >= :day))
    and c.status = 'active' and c.erased_at is null and c.merged_into is null
    and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
), birthday as (
  select g.id, b.on_day
  from good g
  join contact_person p on p.customer_id = g.id and p.birthday is not null
  cross join lateral (
    select (p.birthday + make_interval(years => y - extract(year from p.birthday)::int))::date as on_day
    from generate_series(extract(year from :day::date)::int, extract(year from :day::date)::int + 1) y) b
  where (g.vip or g.priority_group <= 2 or g.fragile) and b.on_day between :day and :day + 7
), candidate as (
  select g.id, g.owner_id, g.weight, 'birthday' as kind, to_char(b.on_day, 'YYYY') as mark, null::bigint as occasion_id,
         b.on_day as due_on, 0 as place
  from birthday b
  join good g on g.id = b.id
  union all
  select g.id, g.owner_id, g.weight, 'occasion', o.id::text, o.id,
         greatest(:day, case when o.first_access then o.starts_on - 7 else o.starts_on end), 1
  from occasion o
  join good g on case o.audience when 'vip' then g.vip when 'good' then g.priority_group <= 2 when 'returned' then g.fragile
                      else lower(g.kind) = lower(o.buyers) end
  where o.removed_at is null and o.ends_on >= :day
    and :day >= case when o.first_access then o.starts_on - 7 else o.starts_on end
  union all
  select g.id, g.owner_id, g.weight, 'vip', to_char(:day::date, 'YYYY-MM'), null,
         (date_trunc('month', :day::timestamp) + interval '1 month - 1 day')::date, 2
  from good g
  join vip_waiting(:day::date, :zone) w on w.customer_id = g.id
  where not exists (select from good_contact o where o.customer_id = g.id and o.kind = 'sign' and o.state = 'open')
), ranked as (
  select k.*, row_number() over (partition by k.owner_id order by k.place, k.due_on, k.weight desc, k.id) as rank
  from candidate k
  where not exists (select from good_contact o where o.customer_id = k.id and o.kind = k.kind and o.mark = k.mark)
    and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = k.id)
)
insert into good_contact (customer_id, kind, mark, occasion_id, due_on, member_id, weight)
select r.id, r.kind, r.mark, r.occasion_id, r.due_on, r.owner_id, r.weight
from ranked r
join place p on p.member_id = r.owner_id
where r.rank <= p.free
