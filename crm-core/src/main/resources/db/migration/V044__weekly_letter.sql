-- ROMI looks for coupons by the day of their use.
create index coupon_redeemed on coupon (redeemed_at) where redeemed_at is not null;

-- The letter that a manager gets on Monday about the week before: one row for each of them and each week, written before it leaves, so
-- that two nodes cannot send it twice (rules.md, "twice").
create table weekly_letter (
  member_id  bigint not null references member,
  -- the Monday on which it leaves
  week       date not null check (extract(isodow from week) = 1),
  -- sending: a node has it, or died with it; waiting: the relay did not take it and it is tried again; ended: it is not tried again
  state      text not null check (state in ('sending', 'sent', 'waiting', 'ended')),
  claimed_at timestamptz not null,
  retry_at   timestamptz,
  reply      text,
  primary key (member_id, week),
  check ((state = 'waiting') = (retry_at is not null))
);

-- a member's own switch; only managers get it
alter table member add column weekly_letter boolean not null default true;

-- Mail to our own people lands in the mailbox of the demo firm, too; it belongs to no letter and brings its bodies along.
alter table mailbox_letter
  alter letter_id drop not null,
  add column html text,
  add column text text,
  add check (letter_id is not null or html is not null and text is not null);
