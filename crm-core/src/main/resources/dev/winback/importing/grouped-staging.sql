create unlogged table staging_line (
  line  bigint not null,
  -- what rows of one fact have in common
  shared text not null,
  -- tells apart facts that have the same in common
  part  text,
  -- JSON as text: the database does not look into it
  cells text not null
);
create unlogged table sorted_line (
  page       bigint not null,
  first_line bigint not null,
  line       bigint not null,
  cells      text not null
);
create unlogged table fact_line (
  line bigint not null,
  rows integer not null
);
