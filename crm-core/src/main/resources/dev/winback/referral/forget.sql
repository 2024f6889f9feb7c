-- The person is erased: whom he brought, and where another one brought him, by his number, one of his other numbers or his
-- name, also in what such a referral was before. That somebody was brought stays. A record that was merged into his is he.
with part as (
  select id, ref, display_name from customer where id = :customer or merged_into = :customer
), word as (
  select lower(ref) as word from part
  union select lower(btrim(display_name)) from part
  union select lower(number) from customer_alias where customer_id in (select id from part)
  union select lower(was ->> 'ref') from customer_history where customer_id in (select id from part)
), his as (
  select r.customer_id, r.id
  from referral r
  where r.customer_id = :customer or lower(btrim(r.referred)) in (select word from word where word <> '')
), before as (
  update fact_history h
     set was = h.was || '{"referred": null}'
    from referral r
   where h.customer_id = r.customer_id and h.fact = 'referral' and h.fact_id = r.id
     and lower(btrim(h.was ->> 'referred')) in (select word from word where word <> '')
)
update referral r
   set referred = null
  from his
 where r.customer_id = his.customer_id and r.id = his.id
