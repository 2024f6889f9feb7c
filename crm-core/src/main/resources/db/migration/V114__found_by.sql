-- Of a mapped file: customers without a number of their own, by what they were found.
alter table import_part
  add column by_mail  bigint not null default 0,
  add column by_phone bigint not null default 0,
  add column by_name  bigint not null default 0;
