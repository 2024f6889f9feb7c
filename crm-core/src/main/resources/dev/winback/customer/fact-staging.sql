create unlogged table if not exists resolved_customer (
  number text primary key,
  ref    text not null
);
create unlogged table staging_{fact} (
  line        bigint not null,
  customer    text not null,
  source      text not null,
  external_id text not null,
  told_at     timestamptz,
  -- which optional columns were said: bit n for the n-th of them
  given       bigint not null,
  -- the customer whom the number named before he was merged into another
  origin_id   bigint,
{definitions}
);
create unlogged table repeated_{fact} (
  source      text not null,
  external_id text not null,
  rows        bigint not null,
  last_line   bigint not null
);
create unlogged table refused_{fact} (
  line       bigint not null,
  later_line bigint not null
);
-- the customers of a first load, which stores all in slice 0 and tells of them slice by slice
create unlogged table first_{fact} (
  slice    integer not null,
  customer text not null
);
create unlogged table pending_{fact} (
  slice       integer not null,
  known       boolean not null,
  customer    text not null,
  source      text not null,
  external_id text not null,
  told_at     timestamptz,
  origin_id   bigint,
{definitions}
);
