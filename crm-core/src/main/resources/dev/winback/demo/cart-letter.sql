-- A reminder of a cart of the past that left, or was kept back to compare with. It is written as it would have been: its subject has one field, its
-- body none.
with cart as (
  select k.id, k.customer_id, c.email, c.first_name, md5(k.source || chr(10) || k.external_id) as about
    from cart k join customer c on c.id = k.customer_id
   where k.external_id = :cart and k.source = 'shop' and c.email is not null
), made as (
  insert into prompt (customer_id, rung, about, cart_id, expires_at, created_at)
  select customer_id, -11, about, id, cast(:at as timestamptz) + interval '3 hours', :at from cart
  returning id, customer_id
)
insert into letter (prompt_id, customer_id, rung, state, hold_reason, percent, template_id, due_on, address, address_hash, subject, text,
                    message_id, planned_at, claimed_at, announced_at, sent_at, ended_at, smtp_code, smtp_reply)
select m.id, m.customer_id, r.number, case when :kept then 'CONTROL' else 'SENT' end, case when :kept then 'CONTROL' end, r.percent,
       r.template_id, :day, s.email, address_hash(s.email), s.subject, s.body, s.message, :at, s.at, s.at, s.at, s.at, s.code, s.reply
  from made m
  join cart c on c.customer_id = m.customer_id
  join rung r on r.number = /*rung CART_AT_ONCE*/
  left join lateral (select c.email, t.body,
                            replace(t.subject, '{{first_name}}', coalesce(nullif(c.first_name, ''), t.fallbacks ->> 'first_name')) as subject,
                            '<demo-cart-' || c.id || '@example.org>' as message, cast(:at as timestamptz) as at,
                            250 as code, '250 2.0.0 Ok' as reply
                       from template t where t.id = r.template_id and not :kept) s on true
