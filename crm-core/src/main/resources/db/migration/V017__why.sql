-- Why customers leave: the tree of reasons, what is known of each loss and who says so, and what is looked at before anybody acts.

-- UND-03, UND-04: twenty reasons are shipped; a firm adds its own, renames and retires.
create table reason (
  code       text primary key check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
  -- the firm's words; null: the shipped ones, which stand in the message files
  name       text check (length(trim(name)) between 1 and 80),
  branch     text not null check (branch in ('lured', 'dissatisfied', 'circumstances')),
  -- UND-05, drives the chance of a return; null: neither price nor service
  problem    text check (problem in ('price', 'service', 'both')),
  position   integer not null,
  shipped    boolean not null default false,
  retired_at timestamptz,
  -- OPS-07: somebody mends what drives customers away, and letters for it wait until it is done
  repair_since date,
  repaired_on date,
  version    bigint not null default 0,
  check (repaired_on >= repair_since)
);
-- the reasons that are being mended; hardly ever more than a handful
create index reason_in_repair on reason (code) where repair_since is not null and repaired_on is null;
insert into reason (code, branch, problem, position, shipped)
select code, branch, problem, row_number() over (), true
  from (values
    ('cheaper', 'lured', 'price'),
    ('conditions', 'lured', 'price'),
    ('competitor', 'lured', 'service'),
    ('specialist', 'lured', 'service'),
    ('indifferent', 'lured', 'price'),
    ('price', 'dissatisfied', 'price'),
    ('quality', 'dissatisfied', 'service'),
    ('service', 'dissatisfied', 'service'),
    ('delivery', 'dissatisfied', 'service'),
    ('rep', 'dissatisfied', 'service'),
    ('politeness', 'dissatisfied', 'service'),
    ('forgotten', 'dissatisfied', 'service'),
    ('rules', 'dissatisfied', 'service'),
    ('product-gone', 'dissatisfied', 'service'),
    ('taste', 'dissatisfied', 'service'),
    ('equipment', 'dissatisfied', 'service'),
    ('our-fault', 'dissatisfied', 'service'),
    ('moved', 'circumstances', null),
    ('person-gone', 'circumstances', null),
    ('other', 'circumstances', null)) as tree (code, branch, problem);

-- What somebody told of a loss, one row each time, for ever: `said` names what is new in it, all else is carried over
-- from the row before, so that the current row is the state and the rows are its history.
create table finding (
  id            bigint generated always as identity primary key,
  lapse_id      bigint not null references lapse,
  customer_id   bigint not null references customer,
  told_at       timestamptz not null,
  -- who wrote it down; null: the customer himself, through a form
  member_id     bigint references member,
  -- the call it was learnt in
  call_id       bigint references call,
  said          text[] not null,
  -- UND-07: what he says, which may be a polite excuse, and what it is
  stated        text references reason,
  real_reason   text references reason,
  reason        text generated always as (coalesce(real_reason, stated)) stored,
  -- UND-05 as a person corrected it; null: that of the reason
  problem       text check (problem in ('price', 'service', 'both')),
  -- UND-06
  said_by       text check (said_by in ('customer', 'employee', 'third-person', 'loyal-customers', 'guess')),
  -- UND-09: from his point of view, 1 a trifle to 5 the end of the world
  severity      integer check (severity between 1 and 5),
  -- UND-11: a person, not a thing
  human         boolean,
  -- his own words, and UND-17: what he wants us to do
  words         text,
  wish          text,
  -- UND-18
  blame_us      text,
  blame_customer text,
  -- UND-21
  competitor    text,
  advantage     text,
  prices        text,
  answers       text,
  -- UND-26
  personality   text check (personality in ('manager', 'mother', 'mechanic', 'motivator')),
  -- UND-08: why, and why that; of this conversation alone
  whys          text[] not null default '{}' check (cardinality(whys) <= 5),
  current       boolean not null default true,
  undone_at     timestamptz,
  check (current = false or undone_at is null)
);
create unique index finding_current on finding (lapse_id) where current;
create index finding_lapse on finding (lapse_id, id);
create index finding_reason on finding (reason) where current;
create index finding_customer on finding (customer_id);
create index finding_call on finding (call_id) where call_id is not null;
create index finding_competitor on finding (lapse_id) where current and competitor is not null;

-- What is known of one loss: its own, else what was known of the record that became part of it. By the index of findings: an
-- "or" over two ways to a loss read all of them for each row of a list.
create function why_of(lapse bigint) returns setof finding stable language sql as $$
  select f.*
    from finding f
   where f.current
     and f.lapse_id in (select why_of.lapse union all select m.id from lapse m where m.merged_with = why_of.lapse)
   order by f.lapse_id <> why_of.lapse, f.id desc
   limit 1
$$;

-- The same of all losses at once.
create view lapse_why as
select distinct on (coalesce(l.merged_with, l.id)) coalesce(l.merged_with, l.id) as lapse_id, f.id as finding_id,
       f.stated, f.real_reason, f.reason, coalesce(f.problem, r.problem) as problem, r.branch, f.said_by,
       f.said_by = 'guess' as guess, f.severity, f.human
  from finding f
  join lapse l on l.id = f.lapse_id
  left join reason r on r.code = f.reason
 where f.current
 order by coalesce(l.merged_with, l.id), l.merged_with is not null, f.id desc;

-- UND-01: what a person has looked at before the first step. The newest row that stands counts.
create table background (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  looked_at   timestamptz not null,
  purchases   boolean not null,
  staff       boolean not null,
  complaints  boolean not null,
  done        boolean not null generated always as (purchases and staff and complaints) stored,
  note        text not null default '',
  undone_at   timestamptz
);
create index background_lapse on background (lapse_id, id);
create index background_customer on background (customer_id);

-- The step as it stands, of one loss.
create function background_of(lapse bigint) returns setof background stable language sql as $$
  select b.*
    from background b
   where b.undone_at is null
     and (b.lapse_id = background_of.lapse
          or b.lapse_id in (select m.id from lapse m where m.merged_with = background_of.lapse))
   order by b.done desc, b.id desc
   limit 1
$$;

-- UND-02, UND-15: what our own people say about a loss, by themselves or because somebody asked them.
create table statement (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  -- who says it, or is to say it
  member_id   bigint not null references member,
  asked_by    bigint references member,
  asked_at    timestamptz,
  question    text check (length(question) between 1 and 500),
  words       text check (length(words) between 1 and 20000),
  -- null: the question is open
  said_at     timestamptz,
  undone_at   timestamptz
);
create index statement_lapse on statement (lapse_id, id);
create index statement_customer on statement (customer_id);
create index statement_open on statement (member_id, id) where said_at is null and undone_at is null;

-- The goods of an order's text, each once and without its quantity ("2 × Sidamo, 1 × Tea" are two). Names of goods have
-- commas too ("Tea set, 6 cups"), so a comma parts two goods only before a quantity or a capital letter.
create function goods_of(items text) returns setof text immutable strict parallel safe language sql as $$
  select distinct btrim(regexp_replace(part, '^\s*[0-9]+([.,][0-9]+)?\s*[×x]\s+', ''))
    from regexp_split_to_table(items, '\s*[;\n]\s*|,\s+(?=[0-9]+(?:[.,][0-9]+)?\s*[×x]\s|[[:upper:]])') part
   where btrim(part) <> ''
$$;
