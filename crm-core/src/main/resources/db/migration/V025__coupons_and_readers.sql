-- The coupon of a letter or of a grant, and what a letter may say about its reader.

-- Ten characters of Crockford's alphabet, 50 random bits; byte 6 of a version 4 UUID is not random.
create function coupon_code() returns text
  language sql volatile
as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(r.bytes, b.nr) % 32 + 1, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) r,
         unnest(array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) as b(nr)
$$;

-- A coupon comes with a letter or with a grant.
create table coupon (
  code        text primary key check (length(code) = 10),
  letter_id   bigint unique references letter,
  customer_id bigint not null references customer,
  -- null: a letter without a loss may carry a discount too (LET-29)
  lapse_id    bigint references lapse,
  percent     integer not null check (percent between 0 and 100),
  valid_until date not null,
  redeemed_at timestamptz,
  purchase_id bigint,
  void_at     timestamptz,
  grant_id    bigint unique references offer_grant,
  gives       text,
  -- as which kind of offer its gift is counted, also when the rung gives something else by now
  offer_kind  text references offer_kind,
  origin_id   bigint,
  check (num_nonnulls(letter_id, grant_id) = 1)
);
create index coupon_lapse on coupon (lapse_id);
create index coupon_customer on coupon (customer_id);
-- ROMI looks for coupons by the day of their use
create index coupon_redeemed on coupon (redeemed_at) where redeemed_at is not null;

-- Whether any letter with the code of this one may have reached its reader: one that was sent again has the code of the first.
create function coupon_told(letter bigint) returns boolean
language sql stable
return exists (select from letter e
                where (e.id = coupon_told.letter or e.resend_of = coupon_told.letter)
                  and (e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT') or e.hold_reason = 'SENT_AGAIN'));

-- The order on which a coupon was used: the one that names it, else, of one used at the till (letters.md), the first of the customer from that
-- day on, for the sixty days in which a return has a credit. Days are the firm's: the till may tell of the order before the coupon.
create function coupon_order(customer bigint, named bigint, redeemed timestamptz, zone text) returns bigint stable language sql as $$
  select coalesce(named, (select p.id
                            from purchase p
                           where p.customer_id = customer and p.counting
                             and p.purchased_at >= (redeemed at time zone zone)::date::timestamp at time zone zone
                             and p.purchased_at < redeemed + interval '1440 hours'
                           order by p.purchased_at, p.source, p.external_id
                           limit 1))
$$;

-- What a letter of the ladder may say about its customer, one row for each lapse; the preview reads it.
create view addressee as
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

-- What any letter may say about its customer, whether he has lost us or not; the sender's claim reads it.
create view addressed as
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

-- Letters of the built-in mailbox: what would have left the machine.
create table mailbox_letter (
  id          bigint generated always as identity primary key,
  letter_id   bigint references letter,
  message_id  text not null,
  sender      text not null,
  recipient   text not null,
  subject     text not null,
  message     bytea not null,
  received_at timestamptz not null,
  -- mail to our own people belongs to no letter and brings its bodies along
  html        text,
  text        text,
  check (letter_id is not null or html is not null and text is not null)
);
