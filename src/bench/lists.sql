-- What a firm has after years of use, behind generate.sql: everybody's customers with signals, losses, worth, categories,
-- tasks, letters and contact data, as of the night of 2026-05-31. Set-based instead of the night, whose own cost is measured
-- elsewhere; the shares are those of the data set or said beside the line. 100 reps own five sixths of the customers.
insert into member (login, name, role, password_hash)
select 'r' || n, 'Rep ' || n, 'REP', '-' from generate_series(1, 100) n
union all select 'm' || n, 'Manager ' || n, 'MANAGER', '-' from generate_series(1, 5) n
on conflict do nothing;
create table bench.rep as select row_number() over (order by id) - 1 as n, id from member where role = 'REP' and login ~ '^r[0-9]+$';

drop index customer_display_name_part, customer_phone_part, customer_phone_differs, customer_number_runs;
-- two of a hundred share a mailbox, three of a hundred a telephone number
insert into customer (ref, first_name, last_name, email, phone, phone_e164, city, country, created_at, owner_id, kind, email_consent)
select c.ref, c.first_name, c.last_name, 'm' || (case when c.id % 50 = 0 then c.id - 1 else c.id end) || '@example.org',
       p.phone, p.phone, (array['Ulm', 'Bonn', 'Kiel', 'Jena', 'Hof'])[1 + c.id % 5], 'DE', timestamptz '2024-01-01 UTC', r.id,
       (array['wholesale', 'restaurant', null, null, null])[1 + c.id % 5], c.id % 3 > 0
from bench.customer c
left join bench.rep r on c.id % 120 < 100 and r.n = c.id % 120,
     lateral (select '+4930' || lpad((case when c.id % 33 = 0 then c.id - 2 else c.id end)::text, 7, '0') as phone) p
order by c.id;
create index customer_display_name_part on customer using gin (lower(display_name) gin_trgm_ops);
create index customer_phone_part on customer using gin (phone_e164 gin_trgm_ops);
create index customer_number_runs on customer using gin (number_runs(phone, phone_e164, display_name));
create index customer_phone_differs on customer using gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops)
  where phone_differs(phone, phone_e164);

insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, items)
select customer_id, 'bench', 'o-' || number, purchased_at, amount, 'EUR', 'paid',
       (array['2 × Sidamo', 'Tea set, 6 cups', '1 × Tea', 'Filter papers'])[1 + number % 4]
from bench.purchase order by customer_id, purchased_at;
insert into request (customer_id, source, external_id, requested_at, subject)
select customer_id, 'bench', 'r-' || number, requested_at, kind from bench.request order by customer_id;
insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
select customer_id, 'bench', 'c-' || number, contacted_at, channel, number % 3 = 0 from bench.contact order by customer_id;

insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, rhythm_days, revenue,
  value_year, currency)
select customer_id, count(*), count(distinct purchased_at::date), min(purchased_at)::date, max(purchased_at)::date,
       (max(purchased_at)::date - min(purchased_at)::date) / nullif(count(distinct purchased_at::date) - 1, 0)::numeric,
       sum(amount), round(sum(amount) / 3, 2), 'EUR'
from purchase group by customer_id order by customer_id;
analyze;

insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, second, priority_group, value)
select customer_id, abc, xyz, place < 0.05, customer_id % 400 = 0, customer_id % 500 = 0, null,
       case when place < 0.05 or abc || xyz in ('AX', 'AY', 'BX') then 1 when abc || xyz in ('AZ', 'BY', 'CX') then 2
            when abc || xyz in ('BZ', 'CY') then 3 else 4 end, value_year
from (select customer_id, value_year, place, case when place < 0.25 then 'A' when place < 0.5 then 'B' else 'C' end as abc,
             case when rhythm_days < 20 then 'X' when rhythm_days < 45 then 'Y' else 'Z' end as xyz
      from (select *, percent_rank() over (order by value_year desc) as place from customer_value) v) k
order by customer_id;

insert into signal (customer_id, kind, since, lost_from, evidence)
select customer_id, 'silent', last_purchase + class, last_purchase + 180, jsonb_build_object('class', class)
from customer_value,
     lateral (select case when days >= 360 then 360 when days >= 180 then 180 when days >= 90 then 90 end as class
              from (select date '2026-05-31' - last_purchase as days) d) k
where class is not null order by customer_id;
insert into signal (customer_id, kind, since, lost_from, evidence)
select customer_id, 'late', last_purchase + greatest(14, (2 * rhythm_days)::int), last_purchase + greatest(28, (4 * rhythm_days)::int),
       jsonb_build_object('basis', 'own-gap', 'visits', visits, 'rhythm', rhythm_days, 'limit', 2)
from customer_value where visits >= 3 and date '2026-05-31' - last_purchase > greatest(14, 2 * rhythm_days) order by customer_id;
-- weak ones: four of a hundred; stale contact data: four of ten
insert into signal (customer_id, kind, since, evidence, stale_owner)
select customer_id, (array['no-requests', 'volume-drop', 'complaint', 'cart'])[1 + customer_id % 4], date '2026-05-01',
       '{"lastRequest": "2026-02-01", "months": 3, "against": "visits", "drop": 40, "amount": "10.00", "norm": "20.00", "currency": "EUR", "state": "left"}'::jsonb
         || case when customer_id % 4 = 2 then '{"state": "open"}' else '{}' end::jsonb, null
from customer_value where customer_id % 25 = 0
union all
select id, 'stale-contact', date '2026-05-01', '{"why": ["unconfirmed"], "confirmed": "2025-01-01"}', owner_key from customer where id % 5 < 2
order by 1;

-- Five of a hundred losses ended without a return, six of a hundred came back, and the rest is open; an open one of ten is
-- decided or worked on.
insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, lost_by, assignee, assigned_on, value_year,
  currency, closed_on, returned_on, credit, owner_key, counted)
select x.*, lapse_counts(x.stage, 'EUR', x.value_year, x.opened_on,
         lost_day(x.stage, null, x.opened_on, x.silent_since, x.lost_on, 180, x.closed_on), x.returned_on, null, null, false, x.lost_by)
from (select v.customer_id, 1 as number,
       case when h < 5 then (array['NOT_WANTED', 'UNREACHABLE', 'REFUSED', 'GONE', 'FALSE_ALARM'])[1 + h] when h < 11 then 'RETURNED'
            when h < 17 then 'DECIDED' when h < 21 then 'WORKING' when v.last_purchase <= date '2025-12-02' then 'LOST' else 'LATE' end as stage,
       least(v.last_purchase + 90, date '2026-05-31') as opened_on, 'silent', v.last_purchase as silent_since,
       case when v.last_purchase <= date '2025-12-02' then v.last_purchase + 180 end as lost_on, c.owner_id as lost_by, a.id as assignee,
       case when a.id is not null then date '2026-05-31' end, v.value_year, 'EUR' as currency,
       case when h < 11 then least(v.last_purchase + 120, date '2026-05-31') end as closed_on,
       case when h between 5 and 10 then least(v.last_purchase + 120, date '2026-05-31') end as returned_on, case when h between 5 and 10 then 'none' end, c.owner_key
from customer_value v
join signal s on s.customer_id = v.customer_id and s.kind = 'silent'
join customer c on c.id = v.customer_id
left join bench.rep a on a.n = (v.customer_id * 7 + 13) % 100 and a.id is distinct from c.owner_id,
     lateral (select (hashint8(v.customer_id) & 2147483647) % 100 as h) draw) x
order by x.customer_id;
insert into lapse_event (lapse_id, at, kind, detail)
select id, opened_on + interval '26 hours', 'opened', '{"stage": "LATE"}' from lapse order by id;
insert into night (day, state, node, finished_at) values ('2026-05-30', 'done', 'bench', now()), ('2026-05-31', 'done', 'bench', now());

-- eight of a hundred losses are known by their reason
insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
select id, customer_id, timestamptz '2026-05-20 UTC', array['stated'],
       (array['cheaper', 'quality', 'delivery', 'price', 'moved'])[1 + id % 5], 'customer'
from lapse where id % 12 = 0 order by id;
update lapse l set known_reason = f.reason, known_guess = coalesce(f.said_by = 'guess', false) from finding f where f.lapse_id = l.id;
insert into lapse_tally (kind, key, currency, month, n, money)
select p.kind, p.key, p.currency, p.month, sum(p.n), sum(p.money)
from lapse l cross join lateral tally_of(l.counted) p group by p.kind, p.key, p.currency, p.month;

insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent, second_life, offer, effort,
  gain, verdict)
select id, customer_id, chance / 2, chance, chance / 2, chance * 1.2, 'call', 10, life, 5, 10, round(chance * life - 15, 2),
       case when chance * life > 15 then 'return' else 'not-worth' end
from (select l.*, 0.02 + 0.4 * ((hashint8(id) & 2147483647) % 1000) / 1000.0 as chance, round(value_year * 1.5, 2) as life
      from lapse l where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')) l
order by id;

-- every rep has a day's calls and some promises; what was called before is done
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight, closed_at)
select id, customer_id, assignee, case when n > 12 then 'call_back' else 'call' end, 'open', date '2026-06-01' + (n / 15)::int, value_year, null
from (select *, row_number() over (partition by assignee order by value_year desc, id) as n
      from lapse where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and assignee is not null) l
where n <= 30;
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight, closed_at)
select id, customer_id, assignee, 'call', 'done', date '2026-05-01', value_year, timestamptz '2026-05-01 12:00 UTC'
from lapse where assignee is not null and id % 4 = 0 order by id;
insert into call (task_id, lapse_id, customer_id, member_id, result, called_at)
select id, lapse_id, customer_id, member_id, 'not_there', closed_at from task where state = 'done' order by id;

insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on, planned_at, sent_at)
select l.id, l.customer_id, r.number, case when l.id % 10 < 7 then 'SENT' when l.id % 10 = 7 then 'HELD' when l.id % 10 = 8 then 'CONTROL'
         else 'SUPPRESSED' end,
       case when l.id % 10 = 7 then (array['NO_BASIS', 'NO_ADDRESS', 'REVIEW'])[1 + l.id % 3] when l.id % 10 = 9 then 'PURCHASED_SINCE' end,
       r.percent, r.template_id, l.silent_since + r.days, l.silent_since + r.days + interval '3 hours',
       case when l.id % 10 < 7 then l.silent_since + r.days + interval '9 hours' end
from lapse l join rung r on r.number > 0 and l.silent_since + r.days <= date '2026-05-31'
order by l.silent_since + r.days, l.id;
