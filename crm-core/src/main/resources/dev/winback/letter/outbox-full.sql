-- The mailbox is full once more; for how many letters in 30 days, this one included: the tries of one letter are one time.
with told as (
  insert into full_mailbox (address_hash, refused_at, letter_id)
  values (address_hash(:address), clock_timestamp(), :letter)
), old as (
  delete from full_mailbox where address_hash = address_hash(:address) and refused_at <= clock_timestamp() - interval '30 days'
)
select 1 + count(distinct letter_id) from full_mailbox
 where address_hash = address_hash(:address) and refused_at > clock_timestamp() - interval '30 days' and letter_id <> :letter
