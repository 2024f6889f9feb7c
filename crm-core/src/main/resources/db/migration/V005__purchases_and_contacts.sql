-- What was bought and who talked to whom: the facts that every history is made of.

-- Facts are appended and corrected, never deleted by the program; customer_id leads every key, so that a
-- history is one range of one index and the tables can be distributed by customer.
-- Facts have no foreign key: it is checked row by row, which costs more than all the rest of a merge (speed.md: 15 µs a
-- row). The merge joins every fact to its customer instead, and neither customers nor members are ever deleted.
-- Fixed columns first: what stands behind a text has to be looked for in every row.
create table purchase (
  customer_id  bigint not null,
  id           bigint generated always as identity,
  purchased_at timestamptz not null,
  -- of the transaction, which a large load need not ask for with each row
  received_at  timestamptz not null default now(),
  -- rules.md: paid and not fully refunded; a gift of amount 0 counts for silence and return
  counting     boolean not null generated always as (
    status = 'paid' and (refund_told is null and refund_facts is null or amount = 0
                         or greatest(refund_facts, refund_told) < amount)) stored,
  -- rendered and not paid yet; a flag, because the word itself would make the key below 6 % larger
  pending      boolean not null generated always as (status = 'pending') stored,
  coupon       text,
  source       text not null,
  external_id  text not null,
  amount       numeric(14, 2) not null,
  currency     char(3) not null,
  status       text not null,
  -- what the purchase itself says of refunds; null: nothing
  refund_told  numeric(14, 2),
  -- sum of the refunds that came as facts of their own; null: none came
  refund_facts numeric(14, 2),
  -- "refunded" without an amount means all of it; never more than was paid
  refunded     numeric(14, 2) not null generated always as (
    -- the first case is nearly every row, and sums of numerics cost a microsecond
    case when refund_told is null and refund_facts is null and status <> 'refunded' then 0::numeric(14, 2)
         else least(amount, greatest(refund_facts, case when status = 'refunded' and coalesce(refund_told, 0) = 0
                                                        then amount else coalesce(refund_told, 0) end))::numeric(14, 2)
    end) stored,
  margin       numeric(14, 2),
  units        integer,
  items        text,
  member_id    bigint,
  -- the source's own time of this version: an older one that arrives later changes nothing
  told_at      timestamptz,
  -- the customer it was stored for before he was merged into another
  origin_id    bigint,
  import_id    bigint,
  -- one expression is checked for the price of one
  constraint purchase_money check (amount >= 0 and refund_told >= 0 and refund_facts >= 0),
  constraint purchase_status check (status in ('paid', 'pending', 'cancelled', 'refunded')),
  -- The key is the order of a history, and carries what the fold reads (speed.md: order beats everything). A second index
  -- for (customer_id, id) alone would cost a third of what a new row costs, and saves looking through one customer's rows.
  primary key (customer_id, purchased_at, id) include (units, amount, refunded, margin, currency, counting, pending)
);
-- the own id first: its first letters tell rows apart, and sorting by them is three times cheaper
create unique index purchase_source on purchase (external_id, source);
create index purchase_coupon on purchase (coupon) where coupon is not null;
-- who owes something is asked for each night, and nearly every purchase is paid: without this the whole key is read for them
create index purchase_pending on purchase (customer_id) where pending;

-- Until when a purchase may have been made. One at midnight of the firm is a file that tells days only: it may mean any hour of
-- that day, but none after we were told of it (null: nobody asks). What compares a touch, a letter or a cart with a purchase asks
-- this, or an order of the afternoon would be before the call of the morning.
create function bought_by(purchased timestamptz, known timestamptz, zone text) returns timestamptz stable language sql as $$
  select case when purchased <> (purchased at time zone zone)::date::timestamp at time zone zone then purchased
              when known > purchased and known < ((purchased at time zone zone)::date + 1)::timestamp at time zone zone then known
              else ((purchased at time zone zone)::date + 1)::timestamp at time zone zone - interval '1 microsecond' end
$$;

-- What a fact was before a correction.
create table fact_history (
  customer_id bigint not null,
  -- the table of the fact
  fact        text not null,
  fact_id     bigint not null,
  id          bigint generated always as identity,
  replaced_at timestamptz not null default clock_timestamp(),
  -- the run that corrected it
  import_id   bigint,
  was         jsonb not null,
  primary key (customer_id, fact, fact_id, id)
);
-- what a run corrected, for taking it back
create index fact_history_import on fact_history (import_id, fact, fact_id) where import_id is not null;

-- Calls, letters, visits and messages, imported or logged here.
create table contact (
  customer_id  bigint not null,
  id           bigint generated always as identity,
  source       text not null,
  external_id  text not null,
  contacted_at timestamptz not null,
  channel      text not null check (channel in ('phone', 'email', 'sms', 'letter', 'visit', 'chat', 'other')),
  direction    text not null default 'out' check (direction in ('in', 'out')),
  member_id    bigint,
  result       text,
  -- the person was there and talked to us; decides the credit of a return
  reached      boolean not null default false,
  -- the time of the call was agreed beforehand
  agreed       boolean not null default false,
  asks_reply   boolean not null default false,
  note         text,
  lapse_id     bigint,
  -- the source's own time of this version: an older one that arrives later changes nothing
  told_at      timestamptz,
  -- the customer it was stored for before he was merged into another
  origin_id    bigint,
  import_id    bigint,
  received_at  timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index contact_source on contact (external_id, source);
-- a no that was said before the night that opens the loss (told-end.sql) or after a return (let_go): few of many
create index contact_told_no on contact (customer_id, contacted_at)
  where result in ('final_no', 'not_wanted');
-- the fold reads this index only
create index contact_order on contact (customer_id, contacted_at, id)
  include (channel, direction, result, reached, agreed, asks_reply);
-- letters that nobody has answered are looked for by their time (LET-22)
create index contact_written_in on contact (contacted_at)
  where direction = 'in' and channel in ('email', 'letter', 'sms', 'chat');
-- what was done in the last days, to leave it out of what nobody touched: written in the order of its moments, at the end of the index
create index contact_at on contact (contacted_at) include (customer_id);
