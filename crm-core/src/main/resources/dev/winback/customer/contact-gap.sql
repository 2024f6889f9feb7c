-- How many customers there are and how many of them neither a call nor a letter reaches: no telephone number, no address that any relay takes,
-- and nobody at them who has one (as `unreachable` in stale-contact.sql). Everybody is read: 1.1 to 1.7 s of processor time at a million customers,
-- of whom 900,000 and 300,000 cannot be reached (2.6 and 1.6 s when each was looked up among the persons). So it is counted by the night and at the
-- end of a large load, and pages read what was kept.
with reached as (
  select distinct customer_id from person where left_on is null and (nullif(trim(phone), '') is not null or sendable(email))
)
select count(*) as customers,
       count(*) filter (where p.customer_id is null and nullif(trim(c.phone), '') is null and not sendable(c.email)) as unreachable
  from customer c
  left join reached p on p.customer_id = c.id
 where c.status = 'active' and c.erased_at is null and c.merged_into is null
