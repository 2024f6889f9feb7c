-- The audience by the customers' keys: hashes as advertisers compare them, never a name or a number.
select c.id, case when sendable(c.email) then address_hash(c.email) end as email_hash,
       case when c.phone_e164 is not null then encode(sha256(convert_to(c.phone_e164, 'UTF8')), 'hex') end as phone_hash,
       c.city, c.country, extract(year from age(:today::date, c.birthday))::integer as age, c.hobbies as interests,
       (select q.subject from request q where q.customer_id = c.id order by q.requested_at desc, q.id desc limit 1) as asked
/*members*/
   and c.id > :after
 order by c.id
 limit :limit
