-- Whom a letter greets: who has the mailbox that it goes to, of those who are still there; else whom we talk to
-- (contact_person). The customer's own names where nobody is known, but never the name of somebody who has left.
create view reader as
select c.id as customer_id,
       case when p.id is null and gone.id is null then c.first_name else p.first_name end as first_name,
       case when p.id is null and gone.id is null then c.last_name else p.last_name end as last_name,
       coalesce(p.birthday, case when gone.id is null and not o.other then c.birthday end) as birthday,
       p.id is null and gone.id is not null as missing, o.other
  from customer c
  left join lateral (
    select * from person q
     where q.customer_id = c.id and q.left_on is null
     order by coalesce(lower(btrim(q.email)) = lower(btrim(c.email)), false) desc, q.main desc, q.id
     limit 1) p on true
  left join lateral (
    select q.id from person q
     where q.customer_id = c.id and q.left_on is not null
       and (q.main or lower(concat_ws(' ', q.first_name, q.last_name)) = lower(concat_ws(' ', c.first_name, c.last_name)))
     order by q.id limit 1) gone on true
 cross join lateral (
    -- the customer's own name and birthday are another person's
    select p.id is not null and not p.main
           and lower(concat_ws(' ', p.first_name, p.last_name))
               is distinct from lower(coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.name)) as other) o;

create or replace view addressee as
select l.id as lapse_id, l.customer_id, c.ref, c.display_name, c.email, c.language, c.time_zone,
       k.first_name, k.last_name, case when not k.missing and not k.other then nullif(c.name, '') end as name,
       nullif(c.company, '') as company,
       p.purchased_at as last_purchase_at, p.items as goods, l.silent_since,
       m.name as responsible, m.email as responsible_email
  from lapse l
  join customer c on c.id = l.customer_id
  join reader k on k.customer_id = c.id
  left join member m on m.id = coalesce(l.assignee, c.owner_id) and m.active
  left join lateral (
    select q.purchased_at, q.items
      from purchase q
     where q.customer_id = l.customer_id and q.counting
     order by q.purchased_at desc, q.id desc
     limit 1) p on true;

create or replace view addressed as
select e.id as letter_id, c.ref, c.display_name, c.language, c.time_zone, k.first_name, k.last_name,
       case when not k.missing and not k.other then nullif(c.name, '') end as name, nullif(c.company, '') as company,
       p.purchased_at as last_purchase_at, p.items as goods,
       l.silent_since, c.created_at,
       m.name as responsible, m.email as responsible_email
  from letter e
  join customer c on c.id = e.customer_id
  join reader k on k.customer_id = c.id
  left join lapse l on l.id = e.lapse_id
  left join member m on m.id = coalesce(l.assignee, c.owner_id) and m.active
  left join lateral (
    select q.purchased_at, q.items
      from purchase q
     where q.customer_id = e.customer_id and q.counting
     order by q.purchased_at desc, q.id desc
     limit 1) p on true;
