-- What passed the gate belongs to this node until the lease is over (database clock). The coupon is valid from the
-- day of sending, not of planning: a letter that waited must not arrive with a dead code. Everything that rendering
-- needs comes back with the claim.
with mailbox as (
  insert into mail_address
  select distinct address_hash(c.email)
    from letter l
    join customer c on c.id = l.customer_id
   where l.id = any(:ids) and l.state = 'PLANNED'
     and not exists (select from mail_address a where a.address_hash = address_hash(c.email))
  on conflict do nothing
), taken as (
  update letter l
     set state = 'CLAIMED', node = :node, claimed_at = clock_timestamp(), hold_reason = null, hold_until = null,
         lease_until = clock_timestamp() + make_interval(secs => :lease),
         address = btrim(c.email), address_hash = address_hash(c.email), mail_group = mail_group_of(c.email),
         message_id = coalesce(l.message_id,
                               (select o.message_id from letter o where o.id = l.resend_of),
                               '<' || l.id || '.' || replace(gen_random_uuid()::text, '-', '') || '@' || :domain || '>'),
         -- in the customer's language where the rung has words of it; news keep the words they were published with
         written_with = (select v.template_id
                           from rung_variant v
                          where v.rung = l.rung and v.language = lower(left(c.language, 2)) and l.rung not in (/*rung CLUB*/, /*rung RULES*/, /*rung STORY*/)),
         version = l.version + 1
    from customer c
   where l.id = any(:ids)
     and l.state = 'PLANNED'
     and c.id = l.customer_id
  returning l.*
), dated as (
  update coupon k
     set valid_until = :today + r.coupon_days
    from taken
    join rung r on r.number = taken.rung
   -- one that is sent again has the code of the first
   where k.letter_id = coalesce(taken.resend_of, taken.id)
     and k.redeemed_at is null
     -- most letters leave on the day for which they were planned
     and k.valid_until <> :today + r.coupon_days
)
