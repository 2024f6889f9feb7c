-- What reports count besides, behind generate.sql and lists.sql: two years of losses that ended with a purchase, what was done for them
-- and what came of it. The shares are those of the data set or said beside the line; nights are said to have run since 2024-06-01.
--
-- No foreign key is checked while this runs: whatever is written is selected from the rows that it points to.
set session_replication_role = replica;
insert into night (day, state, node, finished_at) values ('2024-06-01', 'done', 'bench', '2024-06-02 02:00 UTC') on conflict do nothing;

-- one purchase of ninety-seven was refunded by half, one of five hundred is not paid yet
update purchase set refund_told = round(amount / 2, 2) where id % 97 = 0;
update purchase set status = 'pending' where id % 500 = 0 and purchased_at > timestamptz '2025-12-01 UTC';
-- one of twenty was on invoice, paid within two weeks of the day agreed by six sevenths
insert into payment (customer_id, source, external_id, paid_at, amount, currency, purchase, due_on)
select customer_id, source, 'y-' || id, purchased_at + (case when id % 7 = 0 then 30 else 1 end + id % 23) * interval '1 day',
       amount, 'EUR', external_id, (purchased_at at time zone 'Europe/Berlin')::date + 14
from purchase where id % 20 = 0 and status = 'paid' order by customer_id;

create table bench.back as
select customer_id, purchase_id, purchased_at, silent_since, returned_on,
       row_number() over (partition by customer_id order by purchased_at desc) as back,
       (hashint8(purchase_id) & 2147483647) % 1000 as h
from (select customer_id, id as purchase_id, purchased_at, (purchased_at at time zone 'Europe/Berlin')::date as returned_on,
             lag((purchased_at at time zone 'Europe/Berlin')::date) over (partition by customer_id order by purchased_at, id) as silent_since
      from purchase where counting) p
where returned_on - silent_since >= 90 and returned_on between date '2024-06-01' and date '2026-05-31';

-- Each silence of 90 days that ended is a loss that came back: a quarter is owed to letters, a tenth each to calls and to coupons, the rest
-- to nobody; of the returns that are a year old half are safe, of all a third restored. Numbers go down from 0: lists.sql has given 1.
insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, lost_by, assignee, assigned_on, value_year,
  currency, closed_on, returned_on, return_purchase_id, restored_on, year_on, credit, credit_member)
select b.customer_id, 1 - b.back,
       case when returned_on <= date '2025-05-31' and h % 2 = 0 then 'SAFE' when h % 3 = 0 then 'RESTORED' else 'RETURNED' end,
       silent_since + 90, 'silent', silent_since, case when returned_on - silent_since >= 180 then silent_since + 180 end, c.owner_id,
       a.id, case when a.id is not null then silent_since + 91 end, v.value_year, 'EUR', returned_on, returned_on, purchase_id,
       case when h % 3 = 0 then returned_on + 60 end,
       case when returned_on <= date '2025-05-31' and h % 2 = 0 then returned_on + 365 end,
       case when h < 250 then 'letter' when h < 350 then 'call' when h < 450 then 'coupon' else 'none' end,
       case when h between 250 and 349 then coalesce(a.id, c.owner_id) end
from bench.back b
join customer c on c.id = b.customer_id
join customer_value v on v.customer_id = b.customer_id
left join bench.rep a on a.n = (b.customer_id * 7 + b.h) % 100 and a.id is distinct from c.owner_id
order by b.customer_id, b.back;
create index on bench.back (customer_id, back);
analyze lapse, bench.back, purchase, payment;

-- The ladder wrote to them while they were silent; every tenth letter was kept back by lot.
insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at)
select l.id, l.customer_id, r.number, case when l.id % 10 = 8 then 'CONTROL' else 'SENT' end, r.percent, r.template_id,
       l.silent_since + r.days, l.silent_since + r.days + interval '3 hours',
       case when l.id % 10 <> 8 then l.silent_since + r.days + interval '9 hours' end
from lapse l join rung r on r.number > 0 and l.silent_since + r.days < l.returned_on
where l.number <= 0
order by l.silent_since + r.days, l.id;
-- a coupon in each; used by who came back for it; each hundredth gives a present beside the percent
insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at, purchase_id, gives, offer_kind)
select lpad(upper(to_hex(e.id)), 10, '0'), e.id, e.customer_id, e.lapse_id, e.percent, e.due_on + 30,
       case when e.last then p.purchased_at end, case when e.last then l.return_purchase_id end,
       case when e.id % 100 = 0 then 'A packet of filters' end, case when e.id % 100 = 0 then 'sample' end
from (select *, row_number() over (partition by lapse_id order by rung desc) = 1 as last from letter where state = 'SENT') e
join lapse l on l.id = e.lapse_id
left join bench.back p on l.credit = 'coupon' and p.customer_id = l.customer_id and p.back = 1 - l.number
order by e.id;
-- a fifth of the letters was opened, a twentieth clicked, and one of two hundred ended it
insert into letter_hit (letter_id, number, at)
select id, n, sent_at + interval '5 hours' from letter, lateral (values (-1, 5), (0, 20)) k (n, every) where state = 'SENT' and id % every = 0
order by id;
insert into mail_address select 'bench-' || id from letter where state = 'SENT' and id % 200 = 0;
insert into suppression (address_hash, reason, letter_id, created_at)
select 'bench-' || id, 'unsubscribed', id, sent_at + interval '6 hours' from letter where state = 'SENT' and id % 200 = 0 order by id;

-- One loss of seven was talked about, within eight weeks, or in the three weeks before the return.
create table bench.talk as
select l.id as lapse_id, l.customer_id, coalesce(l.assignee, r.id) as member_id, l.id / 7 % 10 > 1 as reached,
       (array['not_there', 'voicemail', 'talked', 'appointment', 'offer_given', 'ordered', 'promise', 'final_no', 'offer_given', 'thinking'])
         [1 + (l.id / 7 % 10)::int] as result,
       least(coalesce(l.returned_on - (l.id % 20)::int, l.opened_on + (l.id % 56)::int), date '2026-05-30') + interval '10 hours' as at
from lapse l join bench.rep r on r.n = l.id % 100
where l.id % 7 = 0;
insert into contact (customer_id, source, external_id, contacted_at, channel, member_id, result, reached, lapse_id)
select customer_id, 'winback', 'talk-' || lapse_id, at, 'phone', member_id, result, reached, lapse_id from bench.talk order by customer_id;
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight, closed_at)
select lapse_id, customer_id, member_id, 'call', 'done', at::date, 2, 0, at from bench.talk order by lapse_id;
insert into call (task_id, lapse_id, customer_id, member_id, result, contact_id, called_at)
select t.id, k.lapse_id, k.customer_id, k.member_id, k.result, c.id, k.at
from bench.talk k
join task t on t.lapse_id = k.lapse_id and t.attempt = 2
join contact c on c.source = 'winback' and c.external_id = 'talk-' || k.lapse_id
order by k.at;
-- each talk of ten ends with a promise, four fifths of them kept on their day
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight, closed_at)
select lapse_id, customer_id, member_id, 'promise', 'done', at::date + 7, 3, 0, at + case when lapse_id / 70 % 5 = 0 then 9 else 6 end * interval '1 day'
from bench.talk where lapse_id % 70 = 0 order by lapse_id;
-- the offers of those talks, a third each taken, declined and without an answer; each fifth is a present
insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, share, order_mean, margin_percent, floor_percent,
  most_percent, cost, margin_after, currency, state, asked_by, asked_at, given_by, given_at, answer_by, valid_until, answered_at)
select lapse_id, customer_id, kind, percent, percent, fixed, fixed, 0, 50, 30, 5, 25, 5 + fixed, 5, 'EUR',
       (array['given', 'accepted', 'declined'])[1 + (lapse_id % 3)::int], member_id, at, member_id, at, at::date + 3, at::date + 30,
       case when lapse_id % 3 > 0 then at + interval '2 days' end
from bench.talk,
     lateral (select case when lapse_id % 5 = 0 then 'gift' else (array['discount', 'both'])[1 + (lapse_id % 2)::int] end as kind,
                     case when lapse_id % 5 = 0 then 0 else 10 end as percent, case when lapse_id % 5 = 0 then 5 else 0 end as fixed) o
where result = 'offer_given' order by at;

-- one loss of eleven that ended has a reason, by all five who can say it
insert into finding (lapse_id, customer_id, told_at, said, stated, real_reason, said_by)
select id, customer_id, opened_on + interval '40 hours', array['stated', 'said_by'],
       (array['cheaper', 'quality', 'delivery', 'price', 'moved', 'competitor', 'rep'])[1 + (id % 7)::int], case when id % 4 = 0 then 'service' end,
       (array['customer', 'employee', 'third-person', 'loyal-customers', 'guess'])[1 + (id % 5)::int]
from lapse where number <= 0 and id % 11 = 0 order by id;
-- one customer of fifty has complained, nine of ten cases are closed
insert into complaint (customer_id, source, external_id, complained_at, text, severity, human, resolved_at, satisfied)
select id, 'bench', 'k-' || id, timestamptz '2024-06-01 10:00 UTC' + (id % 700) * interval '1 day', 'Late and cold', 1 + id % 5, id % 3 = 0,
       case when id % 10 > 0 then timestamptz '2024-06-04 10:00 UTC' + (id % 700) * interval '1 day' end, case when id % 10 > 0 then id % 4 > 0 end
from customer where id % 50 = 0 order by id;
-- thirty things happened to the firm
insert into business_event (day, kind, title, created_at)
select date '2024-06-10' + n * 24, (array['price-rise', 'product-gone', 'supplier', 'rules', 'move', 'strike', 'other'])[1 + n % 7],
       'What happened, ' || n, date '2024-06-10' + n * 24 + interval '9 hours' from generate_series(0, 29) n;
-- a campaign begins each month, for eight weeks, by ten reps, over 2,000 of the losses noticed in the month before
insert into campaign (title, state, lead_id, starts_on, ends_on, bonus_percent, created_by, created_at)
select 'Spring, summer, autumn ' || n, case when n < 22 then 'ended' else 'running' end, m.id, d, d + 56, 1, m.id, d
from generate_series(0, 23) n, lateral (select (date '2024-06-01' + n * interval '1 month')::date as d) k,
     lateral (select id from member where login = 'm1') m;
insert into campaign_member (campaign_id, member_id)
select c.id, r.id from campaign c join bench.rep r on r.n / 10 = c.id % 10;
insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
select c.id, l.id, l.customer_id, c.starts_on
from campaign c cross join lateral (
  select l.id, l.customer_id from lapse l where l.opened_on >= c.starts_on - 31 and l.opened_on < c.starts_on order by l.opened_on, l.id limit 2000) l;

-- What the night of 2026-05-31 would have left of volumes, turnover and VIPs: a fifth of the payers of a month.
insert into turnover_month (month, amount)
select date_trunc('month', purchased_at at time zone 'Europe/Berlin')::date, sum(amount - refunded) from purchase where counting group by 1;
insert into second_life (lapse_id, customer_id, before_year, since_year, percent, trial, share_before, share_after)
select l.id, l.customer_id, l.value_year, l.value_year, 100, p.amount - p.refunded, 0, 0
from lapse l join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
order by l.id;
create table bench.payer as
select m.month, p.customer_id, sum(p.amount - p.refunded) as paid, count(*) as purchases,
       percent_rank() over (partition by m.month order by sum(p.amount - p.refunded) desc) < 0.2 as vip
from purchase p, lateral (select date_trunc('month', p.purchased_at at time zone 'Europe/Berlin')::date as month) m
where p.counting and p.purchased_at >= timestamptz '2025-06-01 Europe/Berlin' group by 1, 2;
insert into vip_member (month, customer_id, value, paid, used, purchases, units)
select month, customer_id, paid, paid, 0, purchases, 0 from bench.payer where vip;
insert into vip_month (month, complete, setting_id, currency, payers, vips, bills, paid, used, vip_bills, vip_paid, vip_used, members_hash,
  listed, joined, dropped, moves_hash, settled_on)
select month, month < date '2026-05-01', (select max(id) from category_setting), 'EUR', count(*), count(*) filter (where vip), sum(purchases), sum(paid), 0,
       sum(purchases) filter (where vip), sum(paid) filter (where vip), 0, 0, 0, 0, 0, 0, date '2026-05-31'
from bench.payer group by month;
insert into vip_move (month, customer_id, joined)
select month, customer_id, customer_id % 2 = 0 from bench.payer where vip and customer_id % 9 = 0;
set session_replication_role = origin;
