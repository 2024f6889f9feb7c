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
  later_line bigint not null,
  -- of a row that contradicts what is stored
  stored_at  timestamptz
);
-- rows that another one of the batch overtook, and those of erased persons
create unlogged table gone_{fact} (like staging_{fact});
-- the customers of a first load, which is slice 0: whoever listens is told of them in later slices
create unlogged table told_{fact} (
  slice       integer not null,
  -- his place in the memory of the load
  place       integer not null,
  customer    text not null,
  -- null: nobody knows him yet
  customer_id bigint
);
create unlogged table pending_{fact} (
  slice       integer not null,
  known       boolean not null,
  -- null: nobody knew him when the batch was settled
  customer_id bigint,
  customer    text not null,
  source      text not null,
  external_id text not null,
  told_at     timestamptz,
  origin_id   bigint,
{definitions}
);
