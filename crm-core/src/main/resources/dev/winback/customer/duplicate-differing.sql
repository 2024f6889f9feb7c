-- One member of each group that is not what the customers say, as far as this snapshot knows: nothing is locked meanwhile,
-- and each is looked at once more under the lock. Counted first, because few values are shared: arrays of a million single
-- customers cost three times as much.
with live as (
  select id, nullif(lower(email), '') as mail, phone_e164 as phone,
         case when display_name <> ref and trim(city) <> '' then lower(display_name) || ', ' || lower(trim(city)) end as place
  from customer
  where erased_at is null and merged_into is null
), found as (
  select 'email' as kind, mail as key, array_agg(id order by id) as members
  from live where mail in (select mail from live group by mail having count(*) > 1)
  group by mail
  union all
  select 'phone', phone, array_agg(id order by id)
  from live where phone in (select phone from live group by phone having count(*) > 1)
  group by phone
  having not (count(mail) = count(*) and min(mail) = max(mail))
  union all
  select 'name', place, array_agg(id order by id)
  from live where place in (select place from live group by place having count(*) > 1)
  group by place
  having not (count(mail) = count(*) and min(mail) = max(mail)) and not (count(phone) = count(*) and min(phone) = max(phone))
), standing as (
  select f.kind, md5(f.key) as mark, f.members from found f
  where not exists (select from not_duplicate n where n.kind = f.kind and n.mark = md5(f.key) and f.members <@ n.members)
)
select distinct unnest(array[s.members[1], g.members[1]]) as id
from standing s
full join duplicate_group g on g.kind = s.kind and g.mark = s.mark
where s.members is distinct from g.members
order by id
