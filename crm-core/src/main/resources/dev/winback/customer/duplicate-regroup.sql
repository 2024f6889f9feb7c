-- Groups of customers who may be one person, made anew where these customers are or were in them: what they share now, and
-- what the others of their groups still share. One group for each value, never pairs, so that 500 customers behind one
-- info@ address are one line. A number or a name that all share with one mailbox is no second group. By index alone:
-- a repeated run writes nothing.
with hit as (
  select kind, mark, members from duplicate_group where members && :ids::bigint[]
), wanted as (
  select s.kind, s.key, s.part from customer c, shares(c) s where c.id = any (:ids::bigint[])
  union
  select s.kind, s.key, s.part from hit h join customer c on c.id = any (h.members), shares(c) s
  where s.kind = h.kind and md5(s.key) = h.mark
), near as (
  select w.kind, w.key, c.id from wanted w join customer c on lower(c.email) = w.part where w.kind = 'email'
  union all
  select w.kind, w.key, c.id from wanted w join customer c on c.phone_e164 = w.part where w.kind = 'phone'
  union all
  select w.kind, w.key, c.id from wanted w join customer c on lower(c.display_name) = w.part where w.kind = 'name'
), found as (
  select n.kind, md5(n.key) as mark, array_agg(c.id order by c.id) as members
  from near n join customer c on c.id = n.id
  where (n.kind, n.key) in (select s.kind, s.key from shares(c) s)
  group by n.kind, n.key
  having count(*) > 1
     and not (n.kind <> 'email' and count(nullif(c.email, '')) = count(*) and min(lower(c.email)) = max(lower(c.email)))
     and not (n.kind = 'name' and count(c.phone_e164) = count(*) and min(c.phone_e164) = max(c.phone_e164))
), standing as (
  select f.* from found f
  where not exists (select from not_duplicate n where n.kind = f.kind and n.mark = f.mark and f.members <@ n.members)
), gone as (
  delete from duplicate_group g using hit h
  where g.kind = h.kind and g.mark = h.mark
    and not exists (select from standing s where s.kind = g.kind and s.mark = g.mark)
  returning 1
), written as (
  insert into duplicate_group as g (kind, mark, members)
  select s.kind, s.mark, s.members
  from standing s
  where not exists (select from duplicate_group o where o.kind = s.kind and o.mark = s.mark and o.members = s.members)
  order by s.kind, s.mark
  on conflict (kind, mark) do update set members = excluded.members
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
