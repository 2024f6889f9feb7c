-- Losses and returns counted, so that a figure is exact at any moment and reads few rows.

-- What lapse_counts says of a lapse, as rows of the tally. The keys of reasons, members and months of opening begin with stage, direction and guess.
create function tally_of(counts text) returns table (kind text, key text, currency text, month int, n int, money numeric)
  immutable strict parallel safe language sql as $$
  select k.kind, k.key, p[4], k.month, 1, k.money
    from string_to_array(counts, '|') p
   cross join lateral (values
      (case when p[1] in ('LATE', 'LOST', 'DECIDED', 'WORKING') then 'open' end, case p[1] when 'LATE' then 'late' else '' end, 0, p[5]::numeric),
      (case when p[1] in ('RETURNED', 'RESTORED', 'SAFE') then 'won' end, '', 0, 0),
      (case when p[2] <> '' then 'loss' end, '', nullif(p[2], '')::int, p[5]::numeric),
      (case when p[3] <> '' then 'return' end, '', nullif(p[3], '')::int, p[5]::numeric),
      ('reason', concat_ws('|', p[1], p[10], p[6], p[7]), 0, p[5]::numeric),
      ('member', concat_ws('|', p[1], p[10], p[6], p[8]), 0, p[5]::numeric),
      ('month', concat_ws('|', p[1], p[10], p[6], p[9]), 0, p[5]::numeric)) k (kind, key, month, money)
   where k.kind is not null
$$;

-- Counted figures of all lapses, as of what each lapse says it is counted as; lapses that have changed since are few and
-- have an index of their own, so that a figure is exact at any moment: the tally and what changed (speed.md, row 13).
create table lapse_tally (
  kind     text not null check (kind in ('open', 'won', 'loss', 'return', 'past-loss', 'past-return', 'reason', 'member', 'month')),
  currency text not null,
  -- 0 where months do not matter
  month    integer not null,
  n        bigint not null,
  money    numeric(20, 2) not null,
  -- words split by "|"
  key      text not null default '',
  primary key (kind, key, currency, month)
);

-- Losses and returns of the time before the first night, from purchases: made by the night, because a year of them means
-- reading every purchase. A derived row: it neither keeps a customer nor follows his merges.
create table past_move (
  customer_id bigint not null,
  day         date not null,
  kind        text not null check (kind in ('loss', 'return')),
  primary key (customer_id, day, kind)
);
create index past_move_day on past_move (kind, day, customer_id);

-- One row: the month before which the moves above lie, and a hash of the purchases that they were made of.
create table past_moves (
  id    integer primary key default 1 check (id = 1),
  month date not null,
  mark  numeric not null,
  -- moves are kept up to this day, which is that of the first night
  day   date not null default '-infinity'
);
