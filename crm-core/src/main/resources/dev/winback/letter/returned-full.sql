-- The mailbox was full, says a returned letter; counted with the refusals of its server (outbox-full.sql).
with told as (
  insert into full_mailbox (address_hash, refused_at, letter_id)
  values (address_hash(:address), :at, :letter)
  on conflict do nothing
)
select greatest(count(distinct letter_id), count(distinct (refused_at at time zone :zone)::date))
  from (select letter_id, refused_at from full_mailbox
         where address_hash = address_hash(:address) and refused_at >= :at - interval '30 days'
        union all
        select :letter, :at) times
