-- Whose number or address is probably of no use any more, and why (DET-24, OPS-05): one statement for a range of
-- customers or for some. Each reason has the moment from which it holds and is over when somebody has checked the data after it. Purchases,
-- talks, what a source tells of the customer and a check confirm the data for :days days. A repeated run writes nothing.
with looked as (
  select c.id, c.owner_key, c.email, c.phone, c.city, c.country, c.attributes, c.created_at,
         greatest(c.told_at, (select max(t) from unnest(c.told) t)) as told_at
    from customer c
   where c.status = 'active' and c.erased_at is null and c.merged_into is null
-- if until
     and c.id >= :from and c.id < :until
-- end
-- if ids
     and c.id = any (cast(:ids as bigint[]))
-- end
), talk as (
  select customer_id, max(contacted_at) filter (where reached) as reached_at,
         max(contacted_at) filter (where reached and channel = 'phone') as answered_at,
         max(contacted_at) filter (where result = 'wrong_number') as wrong_at,
         max(contacted_at) filter (where result = 'moved') as moved_at
    from contact
-- if until
   where customer_id >= :from and customer_id < :until
-- end
-- if ids
   where customer_id = any (cast(:ids as bigint[]))
-- end
   group by customer_id
), checked as (
  select customer_id, max(checked_at) as at
    from contact_check
   where undone_at is null
-- if until
     and customer_id >= :from and customer_id < :until
-- end
-- if ids
     and customer_id = any (cast(:ids as bigint[]))
-- end
   group by customer_id
), bounced as (
  select address_hash, max(created_at) as at
    from suppression
   where reason = 'hard_bounce' and lifted_at is null
   group by address_hash
), judged as (
  select l.*, k.at as checked_at, t.wrong_at, t.moved_at, t.answered_at, b.at as bounced_at,
         jsonb_exists_any(l.attributes, array['unreadable phone', 'unreadable email', 'phone as told']) as unreadable,
         not sendable(l.email) and nullif(trim(l.phone), '') is null
           and not exists (select from person p
                            where p.customer_id = l.id and p.left_on is null
                              and (sendable(p.email) or nullif(trim(p.phone), '') is not null)) as unreachable,
         greatest(v.last_purchase, (greatest(k.at, t.reached_at, l.told_at) at time zone :zone)::date) as confirmed
    from looked l
    left join talk t on t.customer_id = l.id
    left join checked k on k.customer_id = l.id
    left join customer_value v on v.customer_id = l.id
    left join bounced b on b.address_hash = address_hash(l.email)
), reason as (
  select j.id, j.owner_key, w.code, (w.at at time zone :zone)::date as since,
         coalesce(j.confirmed, (j.created_at at time zone :zone)::date) as confirmed
    from judged j
    -- when the data became what they are; read for the few of whom it matters
    left join lateral (
      select max(h.replaced_at) filter (where h.was ->> 'phone' is distinct from j.phone) as phone,
             max(h.replaced_at) filter (where h.was ->> 'email' is distinct from j.email) as email,
             max(h.replaced_at) filter (where (h.was ->> 'city', h.was ->> 'country') is distinct from (j.city, j.country))
               as place,
             max(h.replaced_at) filter (where h.was -> 'attributes' is distinct from j.attributes) as attributes
        from customer_history h
       where h.customer_id = j.id
         and (j.wrong_at is not null or j.moved_at is not null or j.unreadable or j.unreachable)) changed on true
    cross join lateral (values
      ('bounced', j.bounced_at),
      ('wrong-number', case when j.wrong_at > greatest(changed.phone, j.answered_at, '-infinity') then j.wrong_at end),
      ('moved', case when j.moved_at > greatest(changed.phone, changed.email, changed.place, '-infinity')
                     then j.moved_at end),
      ('unreadable', case when j.unreadable and coalesce(changed.attributes, j.created_at)
                                                >= greatest(changed.phone, changed.email, '-infinity')
                          then coalesce(changed.attributes, j.created_at) end),
      ('unreachable', case when j.unreachable then greatest(j.created_at, changed.phone, changed.email) end),
      ('unconfirmed', (coalesce(j.confirmed, (j.created_at at time zone :zone)::date) + :days)::timestamp
                        at time zone :zone)) w (code, at)
   where w.at is not null and (w.at at time zone :zone)::date <= :day
     and (j.checked_at is null or w.at > j.checked_at)
), found as (
  select id as customer_id, owner_key, min(since) as since,
         jsonb_build_object('why', jsonb_agg(code order by since, code), 'confirmed', min(confirmed)) as evidence
    from reason
   group by id, owner_key
), gone as (
  delete from signal s
   where s.kind = 'stale-contact'
-- if until
     and s.customer_id >= :from and s.customer_id < :until
-- end
-- if ids
     and s.customer_id = any (cast(:ids as bigint[]))
-- end
     and not exists (select from found f where f.customer_id = s.customer_id)
  returning s.customer_id
), marked as (
  -- nothing is left that says to the lists that it was there
  insert into touched_customer (customer) select customer_id from gone
), written as (
  insert into signal as s (customer_id, kind, since, evidence, stale_owner)
  select f.customer_id, 'stale-contact', f.since, f.evidence, f.owner_key
    from found f
    left join signal old on old.customer_id = f.customer_id and old.kind = 'stale-contact'
   where old.customer_id is null or (old.since, old.evidence) is distinct from (f.since, f.evidence)
   order by f.customer_id
  on conflict (customer_id, kind) do update set since = excluded.since, evidence = excluded.evidence
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
