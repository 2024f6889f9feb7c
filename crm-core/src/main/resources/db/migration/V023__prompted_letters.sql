-- What brings a letter about beside silence and talk: a cart, a birthday, news, our own fault.

-- LET-13: when the three reminders are due; each change is a row, the newest holds.
create table cart_setting (
  id           integer generated always as identity primary key,
  -- without a sign of life after which a cart counts as left
  idle_minutes integer not null check (idle_minutes between 15 and 1440),
  -- from then on to the second reminder
  next_hours   integer not null check (next_hours between 12 and 48),
  -- and to the last one
  last_days    integer not null check (last_days between 3 and 14),
  member_id    bigint references member,
  -- the change that this one takes back
  undone       integer references cart_setting,
  changed_at   timestamptz not null default clock_timestamp()
);
insert into cart_setting (idle_minutes, next_hours, last_days) values (60, 24, 6);

-- LET-29: up to which of his orders a customer is offered a discount on the next one; one row.
create table order_discount (
  id         integer primary key default 1 check (id = 1),
  last_order integer not null default 2 check (last_order between 2 and 10)
);
insert into order_discount default values;

-- News that marketing wrote once and that go to many: a version of a template, and whom it reaches (LET-16, LET-20, LET-21).
create table news (
  id           bigint generated always as identity primary key,
  rung         integer not null check (rung in (-7, -10, -14)),
  template_id  bigint not null references template,
  audience     text not null check (audience in ('active', 'inactive', 'vip', 'good', 'everybody')),
  -- a change of rules holds from this day on, and nobody is told afterwards
  applies_on   date check ((applies_on is not null) = (rung = -10)),
  -- how many the audience had when they were published
  readers      bigint not null default 0,
  published_by bigint not null references member,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  -- up to which customer they were carried, and that all had their turn
  reached      bigint not null default 0,
  done_at      timestamptz
);

-- What brings one letter about, once. A cart is told by the key of its source, so that a cart which is taken back and comes
-- again is the same one; a person by the record it was written for before that was merged.
create table prompt (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  origin_id   bigint,
  rung        integer not null check (rung <= -6),
  about       text not null check (about ~ '^[0-9a-z-]{1,40}$'),
  lapse_id    bigint references lapse,
  cart_id     bigint,
  news_id     bigint references news,
  -- the day from which the deadline of the letter runs out; null: it does not
  expires_at  timestamptz,
  created_at  timestamptz not null default clock_timestamp(),
  check ((cart_id is not null) = (rung between -13 and -11)),
  check ((lapse_id is not null) = (rung = -6)),
  check ((news_id is not null) = (rung in (-7, -10, -14)))
);
create unique index prompt_once on prompt (rung, about, coalesce(origin_id, customer_id));
create unique index prompt_cart on prompt (about, rung) where cart_id is not null;
create index prompt_customer on prompt (customer_id, rung);
create index prompt_expires on prompt (expires_at) where expires_at is not null;
create index prompt_news on prompt (news_id) where news_id is not null;
create index prompt_lapse on prompt (lapse_id) where lapse_id is not null;

-- LET-13: what was left in it is still there. An order ends the reminders whatever became of it, a refund too; and a newer
-- cart takes the place of this one.
create function cart_waits(customer bigint, cart bigint, zone text) returns boolean stable language sql as $$
  select exists (
    select from cart k
     where k.customer_id = customer and k.id = cart
       and not k.ordered and not (k.items is null and k.removed is not null)
       and not exists (select from purchase p
                        where p.customer_id = k.customer_id and p.purchased_at > k.carted_at - interval '25 hours'
                          and bought_by(p.purchased_at, p.received_at, zone) >= k.carted_at)
       and not exists (select from refund r where r.customer_id = k.customer_id and r.refunded_at >= k.carted_at)
       and not exists (select from cart n
                        where n.customer_id = k.customer_id and n.id <> k.id
                          and (cart_active(n.carted_at, n.left_at, n.told_at), n.id)
                              > (cart_active(k.carted_at, k.left_at, k.told_at), k.id)))
$$;

-- Why what brought a letter about does so no longer; null: it does. What is told here ends the letter.
create function prompt_over(prompt bigint, at timestamptz, zone text) returns text stable language sql as $$
  select case
           when t.cart_id is not null and not cart_waits(t.customer_id, t.cart_id, zone) then 'CART_GONE'
           when w.withdrawn_at is not null then 'WITHDRAWN'
           -- a later reminder of the same cart takes the place of one that had to wait
           when t.cart_id is not null and exists (select from prompt n where n.about = t.about and n.cart_id is not null and n.rung < t.rung)
             then 'HIGHER_RUNG'
           -- birthdays, anniversaries and thanks are for customers who are well: the lost get the ladder
           when t.rung in (-8, -9, -15, -16)
                and exists (select from lapse l
                             where l.customer_id = t.customer_id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')) then 'LOST_MEANWHILE'
           -- the discount is for one order, the second or a later one, and that has come
           when t.rung = -15 and (select count(*) from purchase p where p.customer_id = t.customer_id and p.counting)
                                 >= case t.about when 'second' then 2 else split_part(t.about, '-', 2)::integer end
             then 'PURCHASED_SINCE'
           when t.expires_at <= at then 'MISSED'
         end
    from prompt t
    left join news w on w.id = t.news_id
   where t.id = prompt
$$;

-- LET-18: a letter about our fault leaves only when somebody said what it was, when we know the real reason behind it, when
-- it is repaired, and when it offers something for long enough. Null: it may.
create function fault_check(lapse bigint) returns text stable language sql as $$
  select case
           when coalesce(w.said_by, 'guess') = 'guess' then 'NOT_CONFIRMED'
           when w.real_reason is null then 'REASON_UNKNOWN'
           when q.repaired_on is null then 'NOT_REPAIRED'
           when r.percent = 0 then 'NO_OFFER'
           when r.coupon_days < 14 then 'DEADLINE_SHORT'
         end
    from rung r
    left join why_of(lapse) w on true
    left join reason q on q.code = w.reason
   where r.number = -6
$$;

-- LET-19: a letter of the director on paper, written, printed and brought by a courier.
create table director_letter (
  id           bigint generated always as identity primary key,
  lapse_id     bigint not null references lapse,
  customer_id  bigint not null references customer,
  origin_id    bigint,
  -- what stands on the envelope, and the words inside
  envelope     text not null check (length(envelope) <= 200),
  body         text not null check (length(body) <= 10000),
  -- who brings it
  courier      text not null default '' check (length(courier) <= 200),
  asked_by     bigint not null references member,
  asked_at     timestamptz not null,
  handed_by    bigint references member,
  handed_at    timestamptz,
  dropped_at   timestamptz,
  -- it was dropped because the loss ended, and waits again when that is taken back
  with_loss    boolean not null default false,
  check ((handed_by is null) = (handed_at is null))
);
-- one of them for a loss
create unique index director_letter_once on director_letter (lapse_id) where dropped_at is null;
create index director_letter_customer on director_letter (customer_id);
create index director_letter_open on director_letter (id) where handed_at is null and dropped_at is null;
