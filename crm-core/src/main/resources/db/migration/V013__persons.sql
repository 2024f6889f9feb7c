-- The people with whom we deal at a customer (UND-24, UND-25): a report of a person is merged as any fact is.
create table person (
  customer_id bigint not null references customer on delete cascade,
  id          bigint generated always as identity,
  source      text not null,
  external_id text not null,
  first_name  text,
  last_name   text,
  -- how the name is said
  called      text,
  role        text,
  email       text,
  phone       text,
  phone_e164  text,
  main        boolean not null default false,
  -- since when he is no longer with the firm
  left_on     date,
  birthday    date,
  -- names and ages or years of birth
  children    text,
  hobbies     text,
  gifts       text,
  -- holidays of his profession
  holidays    text,
  note        text,
  told_at     timestamptz,
  origin_id   bigint,
  import_id   bigint,
  received_at timestamptz not null default clock_timestamp(),
  primary key (customer_id, id)
);
create unique index person_source on person (source, external_id);
create unique index person_id on person (id);
create index person_email on person (lower(email));
create index person_phone on person (phone_e164);
create index person_name on person (lower(last_name));

-- Whom to talk to: the main one of those who are still there; the customer's own names where nobody is known, but never
-- the name of somebody who has left.
create view contact_person as
select c.id as customer_id, p.id as person_id,
       case when p.id is null and gone.id is null then c.first_name else p.first_name end as first_name,
       case when p.id is null and gone.id is null then c.last_name else p.last_name end as last_name,
       p.called, p.role, p.phone, p.phone_e164, p.email, p.children, p.gifts, p.holidays, p.note,
       coalesce(p.birthday, case when gone.id is null then c.birthday end) as birthday,
       coalesce(p.hobbies, case when gone.id is null then c.hobbies end) as hobbies,
       p.id is null and gone.id is not null as missing
  from customer c
  left join lateral (
    select * from person q where q.customer_id = c.id and q.left_on is null order by q.main desc, q.id limit 1) p on true
  left join lateral (
    select q.id from person q
     where q.customer_id = c.id and q.left_on is not null
       and (q.main or lower(concat_ws(' ', q.first_name, q.last_name)) = lower(concat_ws(' ', c.first_name, c.last_name)))
     order by q.id limit 1) gone on true;

-- Letters greet the person with whom we deal.
create or replace view addressee as
select l.id as lapse_id, l.customer_id, c.ref, c.display_name, c.email, c.language, c.time_zone,
       k.first_name, k.last_name, case when not k.missing then nullif(c.name, '') end as name,
       nullif(c.company, '') as company,
       p.purchased_at as last_purchase_at, p.items as goods, l.silent_since,
       m.name as responsible, m.email as responsible_email
  from lapse l
  join customer c on c.id = l.customer_id
  join contact_person k on k.customer_id = c.id
  left join member m on m.id = coalesce(l.assignee, c.owner_id) and m.active
  left join lateral (
    select q.purchased_at, q.items
      from purchase q
     where q.customer_id = l.customer_id and q.counting
     order by q.purchased_at desc, q.id desc
     limit 1) p on true;
