-- One loss of one customer from opening to its end, its steps, and what a person said of his silence.

-- What is counted of a lapse: its stage, the months of its loss and of the return of a loss (years * 12 + months), its currency, what it is worth a year,
-- whether its reason is a guess, the reason, who lost it, the month of its opening, whether it ended because we changed our direction.
create function lapse_counts(stage text, currency bpchar, value_year numeric, opened_on date, lost_day date, returned_on date,
    close_kind text, known_reason text, known_guess boolean, lost_by bigint)
  returns text immutable parallel safe language sql return
  stage
  || '|' || coalesce((extract(year from lost_day) * 12 + extract(month from lost_day))::int::text, '')
  || '|' || case when lost_day is not null and returned_on is not null
                 then (extract(year from returned_on) * 12 + extract(month from returned_on))::int::text else '' end
  || '|' || currency || '|' || value_year || case when known_guess then '|t|' else '|f|' end || coalesce(known_reason, 'unknown')
  || '|' || coalesce(lost_by::text, 'none') || '|' || (extract(year from opened_on) * 12 + extract(month from opened_on))::int
  || case when close_kind = 'direction-changed' then '|t' else '|f' end;

-- One loss of one customer.
create table lapse (
  id              bigint generated always as identity primary key,
  customer_id     bigint not null references customer,
  -- 1 for the customer's first lapse, 2 for the second …
  number          integer not null,
  stage           text not null check (stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE',
                    'NOT_WANTED', 'UNREACHABLE', 'REFUSED', 'FALSE_ALARM', 'GONE', 'TWICE_LOST', 'NON_CLIENT', 'MERGED')),
  -- the day whose night opened it
  opened_on       date not null,
  opened_by       text not null,
  -- day of the last counting purchase before it: the date of the loss
  silent_since    date not null,
  lost_on         date,
  lost_by         bigint references member,
  -- lost_by had the customer for less than two of his typical gaps
  inherited       boolean not null default false,
  -- lost_by had the customer when it was opened; else he is the member of the last purchase before it, whatever comes to be known of it
  owner_lost      boolean not null default false,
  assignee        bigint references member,
  assigned_on     date,
  -- why nobody could be given the lapse
  queue_reason    text,
  -- a manager's reason for giving it to who lost it
  override_reason text,
  -- expected loss of a year at opening, in currency
  value_year      numeric(16, 2) not null,
  currency        char(3) not null,
  closed_on       date,
  closed_by       bigint references member,
  close_reason    text,
  returned_on     date,
  return_purchase_id bigint,
  credit          text check (credit in ('coupon', 'letter', 'call', 'none')),
  -- the letter or contact that earned the credit
  credit_id       bigint,
  credit_member   bigint references member,
  -- letters rest until this day (somebody is talking to the customer)
  letters_rest_until date,
  -- a manager put the decision off until this day
  later_until     date,
  -- stage to return to when a refund takes the return away, or when a person opens it again
  stage_before    text,
  created_at      timestamptz not null default clock_timestamp(),
  version         bigint not null default 0,
  -- the record that a lapse was opened for, and the lapse of the same loss that is worked on instead (stage MERGED)
  origin_id       bigint,
  merged_with     bigint references lapse,
  -- how often something was told of it: each time makes another version of the lapse
  told            integer not null default 0,
  -- DEC-24: a newcomer works on it together with this manager
  joint_with      bigint references member,
  -- DEC-36: no first contact before this day
  not_before      date,
  -- DEC-21: closed with a whole set because the firm's target changed, not because of anything about him; reports count it apart
  close_kind      text check (close_kind in ('direction-changed')),
  -- RET-04: the day on which the former volume was reached
  restored_on     date,
  -- RET-05: the day on which a year without remarks was complete
  year_on         date,
  -- that of the customer, kept alike by the key below, so that a filter is a range of an index in the order of the list
  owner_key       bigint,
  -- the reason of why_of and whether it names a competitor, written by know.sql whenever somebody told something
  known_reason    text,
  competitor_named boolean not null default false,
  -- whether that reason is only a guess, written with it
  known_guess     boolean not null default false,
  touched         xid8 generated always as
    (this_transaction(num_nulls(customer_id, number, stage, opened_on, opened_by, silent_since, returned_on, value_year, currency,
                              lost_by, inherited, assignee, queue_reason, later_until, known_reason, known_guess, competitor_named, close_kind))) stored,
  -- the limit of his kind, as of the last night
  lost_limit      integer not null default 180,
  -- his season, or what a person said of his silence, lets him be silent for longer: then the limit is his own
  patient         boolean not null default false,
  lost_day        date
    generated always as (lost_day(stage, stage_before, opened_on, silent_since, lost_on, lost_limit, closed_on)) stored,
  -- as what it is counted in lapse_tally (lapse_counts); null: not yet
  counted         text,
  -- a column, and no comparison in the index: of one the planner expects nearly all rows, and started two workers for the head
  -- of each page to find none (40 to 130 ms on a busy machine)
  uncounted       boolean not null
    generated always as (counted is distinct from lapse_counts(stage, currency, value_year, opened_on,
                         lost_day(stage, stage_before, opened_on, silent_since, lost_on, lost_limit, closed_on), returned_on, close_kind,
                         known_reason, known_guess, lost_by)) stored,
  unique (customer_id, number),
  check ((stage in ('RETURNED', 'RESTORED', 'SAFE')) = (returned_on is not null)),
  constraint lapse_owner_key foreign key (customer_id, owner_key) references customer (id, owner_key) on update cascade
);
alter table lapse alter column touched set (n_distinct = -1);
-- at most one open lapse per customer, whatever the code does
create unique index lapse_open on lapse (customer_id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_stage on lapse (stage, id);
create index lapse_assignee on lapse (assignee, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_value on lapse (value_year, id);
create index lapse_merged_with on lapse (merged_with) where merged_with is not null;
-- each order of a list is an index of exactly what the list shows, so that a page is one range of it whatever the page
-- (speed.md, rows 8 to 10): without the stage in it, a page would read over every lapse that ended
create index lapse_open_value on lapse (value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_open_silent on lapse (silent_since, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_open_opened on lapse (opened_on, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_stage_value on lapse (stage, value_year, id);
-- a member's own
create index lapse_assignee_value on lapse (assignee, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- who may see a customer for working on him (Visible), without reading the lapse
create index lapse_seen on lapse (assignee, customer_id)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE');
create index lapse_known_reason on lapse (known_reason, customer_id) where known_reason is not null;
-- who came back: few rows, found in two pages
create index lapse_back on lapse (customer_id, number) where stage in ('RETURNED', 'RESTORED');
create index lapse_touched on lapse (touched);
-- who lost customers and who came back in a period: the indexes that find the days hold what is counted, so that reports read
-- no losses themselves
create index lapse_opened on lapse (opened_on, id) include (customer_id, stage, lost_by, inherited, close_kind, owner_key);
create index lapse_returned on lapse (returned_on, customer_id)
  include (id, number, stage, currency, restored_on, year_on, credit_member, return_purchase_id, owner_key) where returned_on is not null;
create index lapse_silent on lapse (silent_since, id) include (customer_id, stage, value_year, currency, owner_key);
-- with what a member's losses are counted of
create index lapse_loss_day on lapse (lost_day, customer_id) include (lost_by, inherited, close_kind, owner_key) where lost_day is not null;
create index lapse_uncounted on lapse (id) where uncounted;

-- Every step of a lapse, with who and when; what an undo reads.
create table lapse_event (
  lapse_id  bigint not null references lapse,
  id        bigint generated always as identity,
  at        timestamptz not null,
  -- null: the night or a purchase
  member_id bigint references member,
  kind      text not null,
  detail    jsonb not null default '{}',
  primary key (lapse_id, id)
);
-- what was done in the last days, as contact_at
create index lapse_event_at on lapse_event (at) include (lapse_id) where member_id is not null;

-- A loss and what became part of it when two records of one customer were merged.
create function parts_of(lapse bigint) returns setof bigint rows 1 stable parallel safe language sql
begin atomic
  select parts_of.lapse
  union all
  select m.id from lapse m where m.merged_with = parts_of.lapse;
end;

-- Whom we let go: his last loss ended by his final no, by ours, or as the second one (DEC-27), and he has not bought since; or
-- he said no, or we did, while no loss of his was there to end, and he has not bought since: after a return or another end, or
-- before any loss. No letter and no care call is for him; a farewell, a repentance, what was agreed and a change of rules are. A merged
-- loss is no loss of its own. In a statement about few customers it is asked with offset 0, or all of them might be gathered first.
create function let_go(zone text) returns setof bigint stable parallel safe language sql as $$
  select l.customer_id
    from lapse l
   where l.stage in ('REFUSED', 'NOT_WANTED', 'TWICE_LOST')
     and not exists (select from lapse n
                      where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED')
     and not exists (select from purchase p
                      where p.customer_id = l.customer_id and p.counting
                        and p.purchased_at >= l.opened_on::timestamp at time zone zone)
  union all
  select k.customer_id
    from contact k
   where k.result in ('final_no', 'not_wanted')
     and not exists (select from purchase p
                      where p.customer_id = k.customer_id and p.counting and p.purchased_at > k.contacted_at)
     and not exists (select from lapse l
                      where l.customer_id = k.customer_id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
                        and not exists (select from lapse n
                                         where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED'))
$$;

-- What a person has said of one customer's silence: the newest row that is not taken back counts.
create table own_limit (
  customer_id bigint not null references customer,
  id          bigint generated always as identity,
  -- days since the last purchase below which silence means nothing; 0: no such limit
  silence     integer not null check (silence between 0 and 3650),
  -- quiet until this day, or every year until it comes again
  quiet_until date,
  every_year  boolean not null default false,
  why         text not null,
  -- the decision "false alarm" about this lapse taught it
  lapse_id    bigint references lapse,
  member_id   bigint not null references member,
  at          timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint,
  primary key (customer_id, id)
);
