-- The person is erased: what shops sent about him, found by the addresses and telephone numbers in it, those of before a
-- correction too, and by the shop's own number of him where a body says whose it is. A body that still waits is read
-- first: its row is then refused by the number, and the body goes with the others that are worked off.
-- A record that was merged into his is he. Whoever asks is told of the same deliveries: privacy/tables.tsv.
with part as (
  select id from customer where id = :customer or merged_into = :customer
), word as (
  select lower(email) as word from customer where id in (select id from part)
  union select lower(phone) from customer where id in (select id from part)
  union select lower(was ->> 'email') from customer_history where customer_id in (select id from part)
  union select lower(was ->> 'phone') from customer_history where customer_id in (select id from part)
  union select lower(email) from person where customer_id in (select id from part)
  union select lower(phone) from person where customer_id in (select id from part)
), number as (
  select split_part(n.number, '-', 1) as source, split_part(n.number, '-', 2) as id
  from (select ref as number from customer where id in (select id from part)
        union select number from customer_alias where customer_id in (select id from part)) n
  where n.number ~ '^(shopify|woo)-[0-9]+$'
), told as (
  select d.id
  from shop_delivery d
  join shop s on s.id = d.shop_id
  cross join lateral (select lower(encode(d.body, 'escape')) as body offset 0) t
  where d.body is not null and d.state <> 'waiting'
    and (exists (select from word w where length(w.word) > 5 and position(w.word in t.body) > 0)
         or exists (select from number n
                     where n.source = s.source
                       and (t.body ~ ('"(customer_id"|customer"\s*:\s*[{][^{}]*"id")\s*:\s*"?' || n.id || '\M')
                            or d.topic like 'customer%' and t.body ~ ('^\s*[{][^{}]*"id"\s*:\s*"?' || n.id || '\M'))))
)
update shop_delivery
set body = null, figures = '[]', reason = case when figures = '[]' then reason else 'erased' end
where id in (select id from told)
