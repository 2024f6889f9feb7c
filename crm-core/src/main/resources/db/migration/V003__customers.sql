-- Who buys: the customer, his numbers, what he was before, and how he is found.

create extension if not exists pg_trgm;

-- How well a number is made: 0 the firm's own, 1 a shop's own, then by e-mail, by telephone, by name and place. A customer
-- with a made number gets the firm's own as soon as it is known.
create function made_rank(number text) returns smallint immutable strict parallel safe language sql
  return case when number ~ '^(shopify|woo|magento)-.' then 1
              when number ~ '^mail-[0-9a-f]{16}$' then 2
              when number ~ '^phone-[0-9a-f]{16}$' then 3
              when number ~ '^name-[0-9a-f]{16}$' then 4
              else 0 end;

-- Which transaction wrote last what the list shows of a row: when it commits, the rows that it touched are a range of an
-- index, whoever wrote them and however (a trigger for each row costs eleven times the insert, speed.md). PostgreSQL keeps the same
-- as xmin, which cannot be indexed. "immutable" is what a stored column asks for: it is computed when one of its columns is written.
create function this_transaction(shown integer) returns xid8 immutable language plpgsql as $$
begin
  return pg_current_xact_id();
end $$;

-- A word of the search box that can only be a telephone number is looked up by what it is: whoever is looked for has six of
-- its digits in a row, in the number, in what was typed otherwise or in the name, and one index has the runs of them all. By
-- trigrams, of which each is in half of all numbers, one telephone number took 32 ms at a million customers.
--
-- Six digits in a row of an E.164 number, from each of its places: whoever knows six of them knows nearly the customer.
create function phone_runs(e164 text) returns text[] immutable parallel safe language sql return
  array[substr(e164, 2, 6), substr(e164, 3, 6), substr(e164, 4, 6), substr(e164, 5, 6), substr(e164, 6, 6),
        substr(e164, 7, 6), substr(e164, 8, 6), substr(e164, 9, 6), substr(e164, 10, 6), substr(e164, 11, 6)];

-- Typed digits that are not those of the E.164 number: none could be made, an extension, a zero in brackets, two numbers in one field.
create function phone_differs(phone text, e164 text) returns boolean immutable parallel safe language sql return
  phone is not null and (e164 is null or position(ltrim(regexp_replace(phone, '\D', '', 'g'), '0') in e164) = 0);

-- Whether a name could hold a telephone number: six digits and more.
create function has_digits(name text) returns boolean immutable parallel safe language sql return
  length(name) - length(translate(name, '0123456789', '')) >= 6;

-- Six digits in a row of any words, from each of their places. Not for workers of its own: a search finds a handful, and calling
-- two workers for them took a hundred times as long.
create function digit_runs(words text) returns text[] immutable parallel restricted language sql return
  array(select substr(d.only, n, 6)
          from (select regexp_replace(words, '\D', '', 'g') as only) d, generate_series(1, length(d.only) - 5) n);

-- Of the number, of what was typed where that says something else, and of the name; null for whoever has none of them.
create function number_runs(phone text, e164 text, name text) returns text[] immutable parallel safe language sql return
  nullif(case when e164 is null then '{}' else phone_runs(e164) end
         || case when phone_differs(phone, e164) then digit_runs(phone) else '{}' end
         || case when has_digits(name) then digit_runs(name) else '{}' end, '{}');

-- Who bought or may buy, as he was told last.
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
  version           bigint not null default 0,
  -- the customer this record is part of: always the root, never another merged record
  merged_into       bigint references customer,
  -- whose the customer is; 0: nobody's. The key keeps both alike whoever changes the owner, and refuses a lapse that names
  -- another; 0 instead of null because a key with a null in it is kept by nobody.
  owner_key         bigint not null generated always as (coalesce(owner_id, 0)) stored,
  -- what both lists show of him, and what the customer list alone shows: his kind, and whether he is there at all
  touched           xid8 generated always as
    (this_transaction(num_nulls(ref, company, name, first_name, last_name, kind, city, phone, email, note, owner_id, erased_at, merged_into))) stored,
  constraint customer_owner_key unique (id, owner_key)
);
-- a load writes all rows in one transaction, and a plan would expect as many of each
alter table customer alter column touched set (n_distinct = -1);
create index customer_email on customer (lower(email));
create index customer_phone on customer (phone_e164);
create index customer_phone_part on customer using gin (phone_e164 gin_trgm_ops);
create index customer_made on customer (made_rank) where made_rank > 0;
create index customer_display_name_part on customer using gin (lower(display_name) gin_trgm_ops);
create index customer_merged on customer (merged_into) where merged_into is not null;
-- what a judge has to know of people's words: of few, among all
create index customer_marked on customer (id) where flagship or pays_badly or erased_at is not null;
-- by the number in any writing, as the search asks
create index customer_ref_word on customer (lower(ref));
-- the owner's customers in the order of names
create index customer_owner on customer (owner_id, lower(display_name), id);
-- the report on the team counts each member's customers, and leaves out the few who are erased without looking at each customer
create index customer_owned on customer (owner_id) where erased_at is null and merged_into is null;
create index customer_erased on customer (id) where erased_at is not null;
create index customer_phone_differs on customer using gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops)
  where phone_differs(phone, phone_e164);
create index customer_name_at on customer (id) where position('@' in display_name) > 0;
-- the order of names, with what a page asks of those it passes by: by the index alone
create index customer_display_name on customer (lower(display_name), id) include (display_name, erased_at, merged_into);
create index customer_touched on customer (touched);
create index customer_number_runs on customer using gin (number_runs(phone, phone_e164, display_name));

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

-- The key of a number whose customer was erased.
create function ref_hash(ref text) returns text immutable strict parallel safe language sql
  return encode(sha256(convert_to(ref, 'UTF8')), 'hex');

-- The customer numbers of erased persons, as hashes: a file that still has the number must not bring the person back.
-- Whoever buys again later is a new customer under the same number: what happened before that day stays refused.
create table erased_ref (
  ref_hash    text primary key,
  -- nobody when the erasure was replayed on a database that does not know the record
  customer_id bigint references customer,
  -- the midnight after the day of the erasure, in the firm's zone
  until       timestamptz not null,
  -- the new customer who has the number by now
  back_id     bigint references customer on delete set null
);
create index erased_ref_back on erased_ref (back_id) where back_id is not null;

-- Customers of whom something that was shown is not there any more: nothing is left of it that could be touched.
create table touched_customer (
  customer bigint not null,
  touched  xid8 not null default pg_current_xact_id()
);
create index touched_customer_touched on touched_customer (touched);
