create unlogged table staging_contact (
  line         bigint not null,
  customer     text not null,
  source       text not null,
  external_id  text not null,
  contacted_at timestamptz not null,
  channel      text not null,
  direction    text not null,
  member_id    bigint,
  result       text,
  reached      boolean not null,
  agreed       boolean not null,
  asks_reply   boolean not null,
  note         text
);
create unlogged table staging_refused (
  line       bigint not null,
  later_line bigint not null
);
create unlogged table staging_pending (
  slice        integer not null,
  known        boolean not null,
  customer     text not null,
  source       text not null,
  external_id  text not null,
  contacted_at timestamptz not null,
  channel      text not null,
  direction    text not null,
  member_id    bigint,
  result       text,
  reached      boolean not null,
  agreed       boolean not null,
  asks_reply   boolean not null,
  note         text
);
