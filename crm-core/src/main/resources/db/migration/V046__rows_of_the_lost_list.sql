-- Whether the reason that is known of a loss is only a guess: in the lapse as its reason is, written with it by know.sql.
alter table lapse add column known_guess boolean not null default false;
update lapse l set known_guess = true
  from (select distinct coalesce(x.merged_with, x.id) as id from finding f join lapse x on x.id = f.lapse_id where f.said_by = 'guess') k,
       why_of(k.id) w
 where l.id = k.id and w.said_by = 'guess';

-- A row of the lost list as it is shown, filtered and sorted: a page is one index range and the rows that it shows. Until now
-- each of its rows looked into eight tables (1,441 buffers for fifty of them). Made by lost-rows.sql of these tables, and
-- by nothing else; nothing but the list and the report whose lines open it reads it. A derived row: it neither keeps a customer nor follows his merges.
create table lost_row (
  -- of the lapse, and named as there: what asks a lapse can ask its row
  id               bigint primary key,
  customer_id      bigint not null,
  ref              text not null,
  name             text not null,
  sort_name        text not null,
  city             text,
  phone            text,
  email            text,
  note             text,
  erased           boolean not null,
  stage            text not null,
  opened_on        date not null,
  opened_by        text not null,
  silent_since     date not null,
  -- the days of his class of silence, and whether he is late against his own rhythm
  silent_class     integer,
  rhythm           boolean not null,
  -- the day from which he is not fragile any more; null: he is not
  fragile_until    date,
  value_year       numeric(16, 2) not null,
  currency         char(3) not null,
  chance           numeric(5, 4),
  gain             numeric(16, 2),
  verdict          text,
  offer_kind       text,
  percent          integer,
  offer            numeric(16, 2),
  offer_asks       boolean,
  owner_key        bigint not null,
  lost_by          bigint,
  inherited        boolean not null,
  assignee         bigint,
  queue_reason     text,
  later_until      date,
  next_on          date,
  known_reason     text,
  known_guess      boolean not null,
  competitor_named boolean not null,
  close_kind       text,
  -- he ended it himself or went to a competitor, and does not sleep (left.sql)
  has_left         boolean not null,
  abc              char(1),
  xyz              char(1),
  vip              boolean,
  fallen           boolean,
  candidate        boolean,
  priority_group   smallint
);
insert into lost_row
select l.id, l.customer_id, c.ref, c.display_name as name, lower(c.display_name) as sort_name, c.city, c.phone, c.email, c.note,
       c.erased_at is not null as erased, l.stage, l.opened_on, l.opened_by, l.silent_since,
       cast(silent.evidence ->> 'class' as integer) as silent_class, late.kind is not null as rhythm,
       (select max((r.returned_on + interval '12 months')::date)
          from lapse r
         where r.customer_id = l.customer_id and r.stage in ('RETURNED', 'RESTORED')
           and not exists (select from lapse n
                            where n.customer_id = r.customer_id and n.number > r.number
                              and n.stage not in ('FALSE_ALARM', 'MERGED'))) as fragile_until,
       l.value_year, l.currency, w.chance, w.gain, w.verdict, w.offer_kind, w.percent, w.offer, w.offer_asks,
       c.owner_key, l.lost_by, l.inherited, l.assignee, l.queue_reason, l.later_until,
       (select min(t.due_on) from task t where t.lapse_id = l.id and t.state = 'open') as next_on,
       l.known_reason, l.known_guess, l.competitor_named, l.close_kind,
       (l.opened_by like '%ended%'
         or exists (select from signal e where e.customer_id = l.customer_id and e.kind = 'ended')
         or exists (select from reason r where r.code = l.known_reason and r.branch = 'lured')
         or l.competitor_named) as has_left, k.abc, k.xyz, k.vip, k.fallen, k.candidate, k.priority_group
from lapse l
join customer c on c.id = l.customer_id
left join lapse_worth w on w.lapse_id = l.id
left join customer_category k on k.customer_id = l.customer_id
left join signal silent on silent.customer_id = l.customer_id and silent.kind = 'silent'
left join signal late on late.customer_id = l.customer_id and late.kind = 'late';

create index lost_row_customer on lost_row (customer_id);

-- Which transaction wrote last what the list shows of a row: when it commits, the rows that it touched are a range of an
-- index, whoever wrote them and however (a trigger for each row costs eleven times the insert, speed.md). PostgreSQL keeps the same
-- as xmin, which cannot be indexed. "immutable" is what a stored column asks for: it is computed when one of its columns is written.
create function this_transaction(shown integer) returns xid8 immutable language plpgsql as $$
begin
  return pg_current_xact_id();
end $$;

alter table customer add column touched xid8 generated always as
  (this_transaction(num_nulls(ref, company, name, first_name, last_name, city, phone, email, note, owner_id, erased_at))) stored;
alter table lapse add column touched xid8 generated always as
  (this_transaction(num_nulls(customer_id, number, stage, opened_on, opened_by, silent_since, returned_on, value_year, currency,
                              lost_by, inherited, assignee, queue_reason, later_until, known_reason, known_guess, competitor_named, close_kind))) stored;
alter table lapse_worth add column touched xid8 generated always as
  (this_transaction(num_nulls(chance, gain, verdict, offer_kind, percent, offer, offer_asks))) stored;
alter table customer_category add column touched xid8 generated always as
  (this_transaction(num_nulls(abc, xyz, vip, fallen, candidate, priority_group))) stored;
alter table signal add column touched xid8 generated always as (this_transaction(num_nulls(kind, evidence))) stored;
alter table task add column touched xid8 generated always as (this_transaction(num_nulls(lapse_id, state, due_on))) stored;
-- Customers of whom something that was shown is not there any more: nothing is left of it that could be touched.
create table touched_customer (
  customer bigint not null,
  touched  xid8 not null default pg_current_xact_id()
);

create index customer_touched on customer (touched);
create index lapse_touched on lapse (touched);
create index lapse_worth_touched on lapse_worth (touched);
create index customer_category_touched on customer_category (touched);
create index signal_touched on signal (touched) where kind in ('silent', 'late', 'ended');
create index task_touched on task (touched);
create index touched_customer_touched on touched_customer (touched);
-- a load writes all rows in one transaction, and a plan would expect as many of each
alter table customer alter column touched set (n_distinct = -1);
alter table lapse alter column touched set (n_distinct = -1);
alter table lapse_worth alter column touched set (n_distinct = -1);
alter table customer_category alter column touched set (n_distinct = -1);
alter table signal alter column touched set (n_distinct = -1);
alter table task alter column touched set (n_distinct = -1);

-- The orders of the list, of what is open and by stage; those of one member, reason or category.
create index lost_row_open_value on lost_row (value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_silent on lost_row (silent_since, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_opened on lost_row (opened_on, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_gain on lost_row (gain desc nulls last, id desc) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_name on lost_row (sort_name, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_stage_value on lost_row (stage, value_year, id);
create index lost_row_owner_value on lost_row (owner_key, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_value on lost_row (assignee, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_lost_by_value on lost_row (lost_by, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_reason_value on lost_row (known_reason, value_year, id) where known_reason is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_abc_value on lost_row (abc, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_abc_gain on lost_row (abc, gain desc nulls last, id desc) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_left on lost_row (value_year, id) where has_left and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- The same of the lapse and of its worth, which nothing asks for any more: each change wrote them.
drop index lapse_owner_value, lapse_reason_value, lapse_lost_by_value, lapse_stage_silent, lapse_stage_opened, lapse_ended, lapse_competitor,
  lapse_worth_gain;

-- What was sent about one loss, for those that nobody has contacted: of each loss the letters were looked for among all that were ever
-- sent (8 s for a page at 1.5 million letters).
create index letter_of_lapse on letter (lapse_id, sent_at) where sent_at is not null;
-- or the first pages keep a plan for an empty table
analyze lost_row;
