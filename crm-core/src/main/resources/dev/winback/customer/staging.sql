create unlogged table if not exists resolved_customer (
  number text primary key,
  ref    text not null
);
create unlogged table staging_customer (
  line       bigint not null,
  customer   text not null,
  told_at    timestamptz,
  -- which fields were said: bit n for the n-th of the fields
  given      bigint not null,
  phone_e164 text,
  -- the telephone number was read in the country that the same row names, or names one itself
  phone_sure boolean not null,
  -- other numbers of the customer: [source, number]
  aliases    jsonb not null,
  attributes jsonb not null,
{definitions}
);
-- Every number of the batch: whom it names, and under which number he will be known.
create unlogged table number_customer (
  number      text primary key,
  -- 0: the firm's own, else how well a made number is made (made_rank)
  rank        smallint not null,
  mail        text,
  phone       text,
  customer_id bigint,
  -- of numbers that nobody knows yet: the one whose customer this is
  leader      text,
  ref         text
);
create unlogged table refused_customer (
  line       bigint not null,
  later_line bigint not null,
  stored_at  timestamptz
);
create unlogged table pending_customer (
  slice        integer not null,
  known        boolean not null,
  customer     text not null,
  customer_id  bigint,
  -- what he was known by, when that changes
  was_ref      text,
  -- false: only the times of what was told move on
  differs      boolean not null,
  says_no      boolean not null,
  says_yes     boolean not null,
  -- he has left, as a contact told before
  says_left    boolean not null,
  -- the telephone number has to be read in the country that is known only now
  phone_reread boolean not null,
  phone_e164   text,
  -- numbers that he had not before: [source, number]
  aliases      jsonb not null,
  attributes   jsonb not null,
  told_at      timestamptz,
  told         timestamptz[] not null,
{definitions}
);
