-- Each order of a list is an index of exactly what the list shows, so that a page is one range of it whatever the page
-- (speed.md, rows 8 to 10): without the stage in it, a page would read over every lapse that ended.
create index lapse_open_value on lapse (value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_open_silent on lapse (silent_since, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_open_opened on lapse (opened_on, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_stage_value on lapse (stage, value_year, id);
create index lapse_stage_silent on lapse (stage, silent_since, id);
create index lapse_stage_opened on lapse (stage, opened_on, id);
-- a member's own: what he works on, what he lost
create index lapse_assignee_value on lapse (assignee, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_lost_by_value on lapse (lost_by, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- who may see a customer for working on him (Visible), without reading the lapse
create index lapse_seen on lapse (assignee, customer_id)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE');
-- who ended it himself: few among all
create index lapse_ended on lapse (id) where opened_by like '%ended%';
create index finding_competitor on finding (lapse_id) where current and competitor is not null;
-- by the number in any writing, as the search asks; the owner's customers in the order of the list
create index customer_ref_word on customer (lower(ref));
drop index customer_owner;
create index customer_owner on customer (owner_id, lower(display_name), id);
-- the queue in its order; everybody's too
create index task_queue_order on task (member_id, due_on, weight desc, id) where state = 'open';
create index task_due on task (due_on, weight desc, id) where state = 'open';
create index letter_hold_reason on letter (hold_reason, id) where state = 'HELD';
create index letter_rung on letter (rung, id);

-- What the start page counts of a lapse: whether it is open or won, its currency, its money a year while open, the months of
-- its loss and of its return (years * 12 + months), what it is worth a year. A loss is dated by the 90th day of silence, or by an earlier opening.
create function lapse_counts(stage text, currency bpchar, value_year numeric, opened_on date, silent_since date, returned_on date)
  returns text immutable parallel safe language sql return
  case when stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') then 'open|' || currency || '|' || value_year
       when stage in ('RETURNED', 'RESTORED', 'SAFE') then 'won|' || currency || '|0' else '||0' end
  || '|' || case when stage in ('FALSE_ALARM', 'MERGED') then '' else
               (extract(year from least(opened_on, silent_since + 90)) * 12 + extract(month from least(opened_on, silent_since + 90)))::int::text end
  || '|' || coalesce((extract(year from returned_on) * 12 + extract(month from returned_on))::int::text, '')
  || '|' || currency || '|' || value_year;

-- The same as rows of the tally.
create function tally_of(counts text) returns table (kind text, currency text, month int, n int, money numeric)
  immutable strict parallel safe language sql as $$
  select split_part(counts, '|', 1), split_part(counts, '|', 2), 0, 1, split_part(counts, '|', 3)::numeric
   where split_part(counts, '|', 1) <> ''
  union all
  select 'loss', split_part(counts, '|', 6), split_part(counts, '|', 4)::int, 1, split_part(counts, '|', 7)::numeric
   where split_part(counts, '|', 4) <> ''
  union all
  select 'return', split_part(counts, '|', 6), split_part(counts, '|', 5)::int, 1, split_part(counts, '|', 7)::numeric
   where split_part(counts, '|', 5) <> ''
$$;

-- Counted figures of all lapses, as of what each lapse says it is counted as; lapses that have changed since are few and
-- have an index of their own, so that a figure is exact at any moment: the tally and what changed (speed.md, row 13).
create table lapse_tally (
  kind     text not null check (kind in ('open', 'won', 'loss', 'return', 'past-loss', 'past-return')),
  currency text not null,
  -- 0 where months do not matter
  month    integer not null,
  n        bigint not null,
  money    numeric(20, 2) not null,
  primary key (kind, currency, month)
);
-- null: not yet
alter table lapse add column counted text;
create index lapse_uncounted on lapse (id)
  where counted is distinct from lapse_counts(stage, currency, value_year, opened_on, silent_since, returned_on);

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
  mark  numeric not null
);
-- the names behind the figures of the time since then, in the order of their list
create index lapse_loss_day on lapse (least(opened_on, silent_since + 90), customer_id) where stage not in ('FALSE_ALARM', 'MERGED');
drop index lapse_returned;
create index lapse_returned on lapse (returned_on, customer_id) where returned_on is not null;

-- As before, by the index of findings: an "or" over two ways to a loss read all of them for each row of a list.
create or replace function why_of(lapse bigint) returns setof finding stable language sql as $$
  select f.*
    from finding f
   where f.current
     and f.lapse_id in (select why_of.lapse union all select m.id from lapse m where m.merged_with = why_of.lapse)
   order by f.lapse_id <> why_of.lapse, f.id desc
   limit 1
$$;
