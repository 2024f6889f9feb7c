-- The mailbox is full once more; for how many letters in 30 days, this one included, or on how many days if they are more: the tries
-- of one letter on one day are one time, and of a ladder no third letter comes in 30 days.
with told as (
  insert into full_mailbox (address_hash, refused_at, letter_id)
  values (address_hash(:address), clock_timestamp(), :letter)
), old as (
  delete from full_mailbox where address_hash = address_hash(:address) and refused_at <= clock_timestamp() - interval '30 days'
)
select greatest(count(distinct letter_id), count(distinct (refused_at at time zone :zone)::date))
  from (select letter_id, refused_at from full_mailbox
         where address_hash = address_hash(:address) and refused_at > clock_timestamp() - interval '30 days'
        union all
        select :letter, clock_timestamp()) times
