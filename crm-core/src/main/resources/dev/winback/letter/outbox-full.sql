-- The mailbox is full once more; how often in 30 days, this time included.
with told as (
  insert into full_mailbox (address_hash, refused_at, letter_id)
  values (address_hash(:address), clock_timestamp(), :letter)
), old as (
  delete from full_mailbox where address_hash = address_hash(:address) and refused_at <= clock_timestamp() - interval '30 days'
)
select 1 + count(*) from full_mailbox
 where address_hash = address_hash(:address) and refused_at > clock_timestamp() - interval '30 days'
