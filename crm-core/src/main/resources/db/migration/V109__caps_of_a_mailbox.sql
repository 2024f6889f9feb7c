-- How many letters a mailbox gets (letters.md, "caps"), as the firm sets it (decision 921): days between two, so many within so many days,
-- and days in which the same letter comes once.
alter table sending
  add column mailbox_gap     integer not null default 3 check (mailbox_gap between 1 and 90),
  add column mailbox_letters integer not null default 4 check (mailbox_letters between 1 and 100),
  add column mailbox_days    integer not null default 30 check (mailbox_days between 1 and 365),
  add column mailbox_same    integer not null default 60 check (mailbox_same between 1 and 730);
