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
                          where v.rung = l.rung and v.language = lower(left(c.language, 2)) and l.rung not in (-7, -10, -14)),
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
select t.id, t.lapse_id, t.invitation_id, t.confirmation_call, cart.goods as cart_goods, cart.items as cart_items, cart.currency as cart_currency,
       cart.url as cart_url, n.subject as own_subject, n.body as own_body, t.rung, t.attempts, t.message_id, t.address, t.percent, t.gives,
       a.first_name, a.last_name, a.name, a.company, a.last_purchase_at, a.goods, a.silent_since, a.created_at, a.display_name,
       coalesce(b.name, a.responsible) as responsible, coalesce(b.email, a.responsible_email) as responsible_email, k.code as coupon,
       case when k.code is not null then :today + u.coupon_days end as valid_until,
       coalesce(w.language, f.letter_language) as in_language, w.id as template_id, w.subject, w.preheader, w.greeting, w.greeting_fallback, w.body, w.button_text,
       w.button_url, w.signature, w.fallbacks,
       f.name as firm_name, f.postal_address, f.phone as firm_phone, f.email as firm_email, f.website, f.logo_url, f.social
  from taken t
  -- one letter after the other: joined as a whole the view reads every letter there is
 cross join lateral (select * from addressed where letter_id = t.id offset 0) a
  left join prompt q on q.id = t.prompt_id
  join template w on w.id = coalesce(t.written_with, t.template_id)
 cross join firm f
  left join cart on cart.customer_id = q.customer_id and cart.id = q.cart_id
  left join confirmation n on n.call_id = t.confirmation_call
  left join member b on b.id = n.member_id and b.active
  left join coupon k on k.letter_id = coalesce(t.resend_of, t.id) and k.redeemed_at is null
  join rung u on u.number = t.rung
 order by t.id
