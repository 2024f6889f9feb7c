-- The one with whom we deal has left his firm (UND-24), on the day of the contact that says so. Whoever was known by the customer's
-- own names alone is noted with them and with the mailbox, or letters would go on to him.
with told as (
  select w.customer_id, w.person_id, w.missing, k.id as contact, (k.contacted_at at time zone :zone)::date as day
    from contact k
    join contact_person w on w.customer_id = k.customer_id
   where k.customer_id = :customer and k.id = :contact
), known as (
  update person p
     set left_on = t.day, left_contact = t.contact
    from told t
   where p.customer_id = t.customer_id and p.id = t.person_id)
insert into person (customer_id, source, external_id, first_name, last_name, email, main, left_on, left_contact)
select c.id, 'winback', 'left-' || t.contact, c.first_name, c.last_name, c.email, true, t.day, t.contact
  from told t
  join customer c on c.id = t.customer_id
 where t.person_id is null and not t.missing and nullif(btrim(concat(c.first_name, c.last_name)), '') is not null
on conflict do nothing
