-- With whom we deal at a customer, and the mailboxes that we may write to or not.

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
  -- the contact that said that he has left his firm (UND-24): without it he is there again
  left_contact bigint,
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

-- The key of a mailbox: case and outer spaces do not make another one; plus-tags and dots do (nobody but the
-- provider knows what they mean). Stays when the person is erased, so it is a hash.
create function address_hash(address text) returns text immutable strict parallel safe language sql
  -- not convert_to: that is not immutable, and the function would be parsed and planned anew by each statement that calls it
  return encode(sha256(decode(replace(lower(btrim(address)), '\', '\\'), 'escape')), 'hex');

-- True for an address that any relay takes: plain ASCII, no quotes (letters.md, traps of angus-mail 5).
create function sendable(address text) returns boolean immutable parallel safe language sql
  return coalesce(length(btrim(address)) <= 254
    and btrim(address) ~ '^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+([.][A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])$', false);

-- A zone the database knows, else the fallback: one wrong zone in an import must not stop everybody's letters.
create function zone_or(zone text, fallback text) returns text stable language plpgsql as $$
begin
  if zone is null or zone = '' then
    return fallback;
  end if;
  perform timezone(zone, timestamptz 'epoch');
  return zone;
exception when invalid_parameter_value then
  return fallback;
end $$;

-- One lock per mailbox: an opt-out and the announcement of a letter both take it, so that one sees the other.
create table mail_address (
  address_hash text primary key
);

-- Addresses that get no letter; a row counts while lifted_at is null.
create table suppression (
  id           bigint generated always as identity primary key,
  address_hash text not null references mail_address,
  reason       text not null check (reason in ('unsubscribed', 'hard_bounce', 'complaint', 'objection', 'no_consent', 'erased', 'by_hand')),
  letter_id    bigint,
  member_id    bigint references member,
  -- the consents that this act took away, customer by customer: an undo gives them back
  consents     jsonb not null default '{}',
  created_at   timestamptz not null default clock_timestamp(),
  lifted_at    timestamptz,
  -- the run by which a file said no: taken back, it takes that with it
  import_id    bigint
);
create unique index suppression_open on suppression (address_hash, reason) where lifted_at is null;
create index suppression_letter on suppression (letter_id) where letter_id is not null;
-- what the list does not have yet is of the last hours
create index suppression_created on suppression (created_at);
create index suppression_lifted on suppression (lifted_at) where lifted_at is not null;
create index suppression_import on suppression (import_id) where import_id is not null and lifted_at is null;

-- Whether somebody may be told to have clicked or opened, said by himself or for him: each word is a row, the newest holds.
-- Not said is no (hold.md, T47).
create table tracking_consent (
  id          bigint generated always as identity primary key,
  -- without a key: an import that is taken back takes its customers along
  customer_id bigint not null,
  origin_id   bigint,
  clicks      boolean not null,
  opens       boolean not null,
  said_at     timestamptz not null,
  -- null: himself, by the link in a letter
  member_id   bigint references member
);
create index tracking_consent_customer on tracking_consent (customer_id, said_at desc);

-- Whether a customer may be told to have clicked, or to have opened.
create function may_track(customer bigint, clicks boolean) returns boolean stable parallel safe language sql return
  coalesce((select case when may_track.clicks then t.clicks else t.opens end
              from tracking_consent t where t.customer_id = customer
             order by t.said_at desc, t.id desc limit 1), false);
