-- The mailbox of each letter and its lapse, as far as nobody else holds them: what waits for somebody is announced alone.
-- Who opts out or buys takes the same locks, so check and act are one (I7).
with mailbox as (
  select address_hash from mail_address
   where address_hash = any (array (select address_hash(a) from unnest(:addresses::text[]) a))
   order by address_hash
     for update skip locked
), lost as (
  select id from lapse where id = any (:lapses::bigint[]) order by id for share skip locked
)
select d.letter
  from unnest(:ids::bigint[], :addresses::text[], :lapses::bigint[]) d(letter, address, lapse)
 where address_hash(d.address) in (select address_hash from mailbox)
   and (d.lapse is null or d.lapse in (select id from lost))
