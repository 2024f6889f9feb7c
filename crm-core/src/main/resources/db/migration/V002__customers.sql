create extension if not exists pg_trgm;

-- How well a number is made: 0 the firm's own, 1 a shop's own, then by e-mail, by telephone, by name and place. A customer
-- with a made number gets the firm's own as soon as it is known.
create function made_rank(number text) returns smallint immutable strict parallel safe language sql
  return case when number ~ '^(shopify|woo|magento)-.' then 1
              when number ~ '^mail-[0-9a-f]{16}$' then 2
              when number ~ '^phone-[0-9a-f]{16}$' then 3
              when number ~ '^name-[0-9a-f]{16}$' then 4
              else 0 end;

create table customer (
  id                bigint generated always as identity primary key,
  -- the firm's own customer number
  ref               text not null unique check (ref <> ''),
  name              text,
  first_name        text,
  last_name         text,
  company           text,
  email             text,
  -- as it was typed; the key that finds him in any writing stands beside it
  phone             text,
  phone_e164        text,
  city              text,
  country           text,
  language          text,
  time_zone         text,
  preferred_channel text check (preferred_channel in ('phone', 'email', 'sms', 'none')),
  call_from         time,
  call_until        time,
  owner_id          bigint references member,
  -- since when the owner has the customer; null: from the beginning
  owner_since       date,
  -- null: said neither yes nor no
  email_consent     boolean,
  consent_at        timestamptz,
  consent_source    text,
  referrals         integer not null default 0 check (referrals >= 0),
  birthday          date,
  hobbies           text,
  flagship          boolean not null default false,
  pays_badly        boolean not null default false,
  status            text not null default 'active'
    check (status in ('active', 'left', 'deceased', 'bankrupt', 'never_contact', 'non_client')),
  -- he left by what a contact of a file or a program told, and by nothing else: he is back when nobody tells it any more
  left_told         boolean not null default false,
  note              text,
  -- what sort of buyer he is (wholesale, restaurant …): each kind may have limits of its own
  kind              text check (length(kind) between 1 and 60),
  -- columns of imports that have no field of their own
  attributes        jsonb not null default '{}',
  -- what is shown in lists: company, else name, else first and last name, else the number
  display_name      text not null generated always as (
    coalesce(nullif(company, ''), nullif(name, ''),
             nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), ref)) stored,
  made_rank         smallint not null generated always as (made_rank(ref)) stored,
  -- when the fields were told: by the source's own time in the order of CustomerField, else all of them at told_at
  told              timestamptz[] not null default '{}',
  told_at           timestamptz,
  import_id         bigint,
  created_at        timestamptz not null default clock_timestamp(),
  erased_at         timestamptz,
  version           bigint not null default 0
);
create index customer_owner on customer (owner_id, id);
create index customer_email on customer (lower(email));
create index customer_phone on customer (phone_e164);
create index customer_phone_part on customer using gin (phone_e164 gin_trgm_ops);
create index customer_phone_digits on customer using gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops);
create index customer_kind on customer (kind, lower(display_name), id) where kind is not null;
create index customer_made on customer (made_rank) where made_rank > 0;
-- the order of the customer list, and the position in it
create index customer_display_name on customer (lower(display_name), id);
create index customer_display_name_part on customer using gin (lower(display_name) gin_trgm_ops);

-- Other numbers of a customer: of a shop, of another system, of a record that was merged into this one.
create table customer_alias (
  -- '' = whichever source says it
  source      text not null,
  number      text not null check (number <> ''),
  customer_id bigint not null references customer on delete cascade,
  -- the record that had this number before it was merged
  origin_id   bigint,
  -- the run that told it, which takes it along when it is taken back
  import_id   bigint,
  primary key (source, number)
);
create index customer_alias_number on customer_alias (number);
create index customer_alias_word on customer_alias (lower(number));
create index customer_alias_customer on customer_alias (customer_id);

-- What a customer was before a correction.
create table customer_history (
  customer_id bigint not null references customer,
  id          bigint generated always as identity,
  replaced_at timestamptz not null default clock_timestamp(),
  import_id   bigint,
  was         jsonb not null,
  primary key (customer_id, id)
);

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
  lifted_at    timestamptz
);
create unique index suppression_open on suppression (address_hash, reason) where lifted_at is null;
