-- The letter that a mail speaks of. A letter that a person sent again has the Message-ID of the first: then the last one
-- that left is meant.
with named as (
  select id, 1 as strength from letter where id = cast(:signed as bigint)
  union all
  select id, 2 from letter where message_id = any (:ids::text[]) and resend_of is null
  union all
  select a.id, 2
    from letter f
    join letter a on a.resend_of = f.id
   where f.message_id = any (:ids::text[]) and f.resend_of is null
  union all
  select id, 3 from letter where id = cast(:number as bigint) and address_hash = address_hash(:recipient)
)
select l.id as letter, c.id as customer, l.address
  from named n
  join letter l on l.id = n.id
  left join customer c on c.id = l.customer_id and c.erased_at is null
 where l.announced_at is not null
 order by n.strength, l.announced_at desc, l.id desc
 limit 1
