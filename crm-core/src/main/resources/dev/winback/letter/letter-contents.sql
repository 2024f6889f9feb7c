-- Everything that rendering and sending need, of the letters that are `taken`; follows what says which these are.
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
