-- What comes after a return, and how good customers are cared for.

-- RET-02: a customer is fragile for twelve months after his return, as long as he is not lost again.
create function fragile(customer bigint, day date) returns boolean stable parallel safe language plpgsql as $$
begin
  return exists (
          select from lapse r
           where r.customer_id = customer and r.stage in ('RETURNED', 'RESTORED')
             and day < (r.returned_on + interval '12 months')::date
             and not exists (select from lapse n
                              where n.customer_id = r.customer_id and n.number > r.number
                                and n.stage not in ('FALSE_ALARM', 'MERGED')));
end $$;

-- What a customer who returned buys, against what he bought before: derived by each night, no foreign key. The merge joins
-- every row to its lapse.
create table second_life (
  lapse_id     bigint primary key,
  customer_id  bigint not null,
  -- net counting revenue a year in the currency of the lapse, of the year up to the silence and of the time since the return
  before_year  numeric(16, 2) not null,
  since_year   numeric(16, 2) not null,
  -- of the former volume; null: there was none
  percent      integer,
  -- the first order
  trial        numeric(16, 2),
  -- RET-09: percent of all turnover of the firm in the same months
  share_before numeric(7, 4),
  share_after  numeric(7, 4)
);
create index second_life_customer on second_life (customer_id);

-- The firm's turnover by month in its currency, for shares of it: derived by each night.
create table turnover_month (
  month  date primary key,
  amount numeric(18, 2) not null
);

-- How returned and good customers are cared for (OPS-06): each change is a row, the newest holds.
create table aftercare_setting (
  id             integer generated always as identity primary key,
  -- days from the return to the call after the delivery, and to the call about a second order that has not come
  delivery_days  integer not null check (delivery_days between 1 and 90),
  second_days    integer not null check (second_days between 7 and 365),
  -- months after the return of the two later calls
  first_month    integer not null check (first_month between 1 and 11),
  last_month     integer not null check (last_month between 2 and 24 and last_month > first_month),
  -- days from the return to the request for a testimonial
  testimonial_days integer not null check (testimonial_days between 14 and 365),
  -- percent of the former volume that is a warning, and the days after the return before which nobody is judged
  low_percent    integer not null check (low_percent between 1 and 99),
  low_days       integer not null check (low_days between 30 and 365),
  -- late limit q of a fragile customer (the usual one stands among the limits)
  late_share     numeric(4, 3) not null check (late_share > 0 and late_share < 0.5),
  -- contacts with good customers that a member has open at once
  contacts       integer not null check (contacts between 0 and 20),
  member_id      bigint references member,
  changed_at     timestamptz not null default clock_timestamp()
);
insert into aftercare_setting (delivery_days, second_days, first_month, last_month, testimonial_days, low_percent, low_days,
                               late_share, contacts)
values (7, 60, 3, 12, 120, 40, 90, 0.200, 3);

-- The contacts planned for the time after a return (RET-03); a task is made of it when its day has come.
create table aftercare_step (
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  -- also the kind of its task
  kind        text not null check (kind in ('thank_you', 'after_delivery', 'second_order', 'month_3', 'month_12',
                                            'low_volume', 'testimonial')),
  due_on      date not null,
  task_id     bigint references task,
  primary key (lapse_id, kind)
);
create index aftercare_step_due on aftercare_step (due_on) where task_id is null;
create index aftercare_step_customer on aftercare_step (customer_id);
create index aftercare_step_task on aftercare_step (task_id) where task_id is not null;

-- RET-06: what a customer who came back says of us, and whether it may be published. Each telling is a row; the newest of a
-- loss that stands counts, so that a consent taken back is a row more and nothing is written over.
create table testimonial (
  id            bigint generated always as identity primary key,
  lapse_id      bigint not null references lapse,
  customer_id   bigint not null references customer,
  state         text not null check (state in ('asked', 'agreed', 'declined')),
  words         text check (length(words) between 1 and 5000),
  -- as whom he wants to be named; null: without a name
  signature     text check (length(signature) between 1 and 200),
  -- the last day on which it may be published; null: until he says otherwise
  publish_until date,
  member_id     bigint not null references member,
  told_at       timestamptz not null,
  undone_at     timestamptz,
  check (state <> 'agreed' or words is not null)
);
create index testimonial_lapse on testimonial (lapse_id, id desc);
create index testimonial_customer on testimonial (customer_id);

-- CAL-33, CAL-41: an occasion to remind good customers of ourselves. About nobody in particular.
create table occasion (
  id           bigint generated always as identity primary key,
  kind         text not null check (kind in ('fair', 'product', 'promotion', 'holiday', 'other')),
  title        text not null check (length(trim(title)) between 1 and 120),
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  -- vip, good: priority groups 1 and 2, returned: fragile ones, kind: buyers of one kind
  audience     text not null check (audience in ('vip', 'good', 'returned', 'kind')),
  buyers       text,
  -- the audience hears of it before everybody else does
  first_access boolean not null default false,
  created_by   bigint not null references member,
  created_at   timestamptz not null,
  removed_at   timestamptz,
  check ((audience = 'kind') = (buyers is not null))
);
create index occasion_days on occasion (ends_on) where removed_at is null;

-- CAL-32, CAL-41: contacts with good customers, chosen by the night for who owns them. A derived row until somebody has done
-- it: it neither keeps a customer nor follows his merges into uniqueness.
create table good_contact (
  id          bigint generated always as identity primary key,
  customer_id bigint not null,
  -- vip: nobody talked to him this month
  kind        text not null check (kind in ('sign', 'vip', 'birthday', 'occasion')),
  -- the month, the year or the occasion that it is about
  mark        text not null,
  occasion_id bigint references occasion,
  due_on      date not null,
  member_id   bigint not null references member,
  -- the customer's money a year
  weight      numeric(16, 2) not null,
  state       text not null default 'open' check (state in ('open', 'done', 'skipped')),
  closed_at   timestamptz,
  origin_id   bigint,
  -- what the contact is for, as whoever makes it puts it; null: the words of its kind
  aim         text check (length(aim) between 1 and 500),
  -- calls that found nobody
  tried       integer not null default 0,
  -- kept while it is typed, as on the card of a call
  note        text,
  -- a call that found nobody moves the day, so that taking it back needs the day before it, one for each attempt
  due_before  date[] not null default '{}'
);
create index good_contact_customer on good_contact (customer_id, kind, mark);
create index good_contact_open on good_contact (member_id, due_on, id) where state = 'open';

-- CAL-32: the VIPs to whom nobody has talked or written in the month of the day, and whom nobody has left out of it; a call that found nobody
-- was no talk. Who is lost is worked on as a loss, whom we let go is left alone. By who owns them, null: nobody.
create function vip_waiting(day date, zone text) returns table (customer_id bigint, owner_id bigint) language sql stable
as $$
  select c.id, c.owner_id
  from customer_category k
  join customer c on c.id = k.customer_id and c.status = 'active' and c.erased_at is null and c.merged_into is null
  where k.vip
    and not exists (select from lapse l where l.customer_id = c.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
    and not exists (select from contact t where t.customer_id = c.id
                      and (t.reached or t.direction = 'in' or t.channel <> 'phone')
                      and t.contacted_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from letter t where t.customer_id = c.id
                      and t.sent_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from good_contact g where g.customer_id = c.id and g.kind = 'vip' and g.state <> 'open'
                      and g.mark = to_char(day, 'YYYY-MM'))
    -- a sign that was talked about or left out was his call of the month
    and not exists (select from good_contact g where g.customer_id = c.id and g.kind = 'sign' and g.state <> 'open'
                      and g.closed_at >= date_trunc('month', day::timestamp) at time zone zone)
    and not exists (select from let_go(zone) t (customer_id) where t.customer_id = c.id)
$$;

-- How many of them wait for each owner (0: nobody), as of the last night: a page does not look at each VIP.
create table vip_owed (
  owner_key bigint primary key,
  waiting   bigint not null
);
