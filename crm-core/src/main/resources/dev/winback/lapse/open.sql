-- Opens a lapse for every active customer who shows a loss (silent, late against his own rhythm, ended …) and has none for this
-- silence yet (rules.md, "opening"). An exit therefore stays closed until a new purchase and a new silence. A false alarm
-- does not: the silence after one of the program is another one, and one of a person has taught how long silence means nothing,
-- which the signals know (DET-22). It has taught nothing of an end that the customer declared before it.
-- A condition may narrow it to some customers: a parameter that may be null would be compared row by row.
-- Whoever came back by our coupon, letter or call and is lost again is twice lost at once (DEC-27).
with loss as (
  select s.customer_id, min(s.lost_from) as lost_from, string_agg(s.kind, ',' order by s.kind) as kinds,
         max(case s.kind when 'ended' then s.since else 'infinity' end) as told_on
  from signal s
  where s.lost_from is not null and s.since <= :day
    /*whom*/
  group by s.customer_id
), candidate as (
  select loss.*, v.last_purchase, v.rhythm_days, v.value_year, v.currency, c.owner_id, c.owner_since, c.owner_key, c.kind
  from loss
  join customer_value v on v.customer_id = loss.customer_id
  join customer c on c.id = loss.customer_id and c.status = 'active'
  where not exists (
    select 1 from lapse l
    where l.customer_id = loss.customer_id
      and (l.stage in (/*open stages*/)
           or (l.silent_since >= v.last_purchase
               and not (l.stage = 'FALSE_ALARM' and (l.closed_by is null or loss.told_on > l.closed_on)))))
), kind as materialized (
  -- once for each kind and not for each customer
  select k.kind, lost_limit(k.kind) as lost_limit, first_class(k.kind) as first_class from (select distinct kind from candidate) k
), fresh as (
  select c.customer_id, coalesce(past.number, 0) + 1 as number,
         case when past.earned then 'TWICE_LOST' when c.lost_from <= :day then 'LOST' else 'LATE' end as stage,
         c.kinds, c.last_purchase, case when c.lost_from <= :day then cast(:day as date) end as lost_on,
         -- of orders of one moment the one that lost-by.sql takes
         coalesce(c.owner_id, (select p.member_id from purchase p
                                where p.customer_id = c.customer_id and p.counting
                                  and p.purchased_at < (c.last_purchase + 1)::timestamp at time zone :zone
                                order by p.purchased_at desc, p.source desc, p.external_id desc limit 1)) as lost_by, c.owner_id is not null as owner_lost,
         -- took over less than two typical gaps ago; without a rhythm the first silence class is the typical gap
         c.owner_id is not null and c.owner_since is not null
           and :day - c.owner_since < 2 * coalesce(c.rhythm_days, k.first_class) as inherited,
         c.value_year, c.currency, c.owner_key, own.days as lost_limit, own.days <> k.lost_limit as patient
  from candidate c
  join kind k on k.kind is not distinct from c.kind
  -- The night that finds the first losses finds those of years: each has the limit by which it was found, and so the day on which it was full
  -- (998); who said by day that it is over was found by no night. Later, a loss of before the first night is counted in the history of purchases, which knows no patience.
  cross join lateral (select case when c.lost_from > :day then k.lost_limit
                                  when not exists (select from lapse where opened_on < :day and opened_by <> 'ended') then c.lost_from - c.last_purchase
                                  when c.last_purchase + k.lost_limit >= coalesce((select month from past_moves), 'infinity')
                                  then greatest(k.lost_limit, c.lost_from - c.last_purchase)
                                  else k.lost_limit end as days) own
  left join lateral (
    select max(l.number) as number,
           bool_or(l.stage in (/*won stages*/) and l.credit in ('coupon', 'letter', 'call')) as earned
    from lapse l where l.customer_id = c.customer_id) past on true
), opened as (
  insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, lost_by, owner_lost, inherited,
                     value_year, currency, owner_key, lost_limit, patient, counted)
  select customer_id, number, stage, :day, kinds, last_purchase, lost_on, lost_by, owner_lost, inherited, value_year, currency,
         owner_key, lost_limit, patient,
         lapse_counts(stage, currency, value_year, :day, lost_day(stage, null, :day, last_purchase, lost_on, lost_limit, null), null,
                      null, null, false, lost_by)
  from fresh
  order by customer_id
  on conflict do nothing
  returning id, stage, counted
), counted as (
  -- at once, or the first night would have to write half a million of them twice
  insert into lapse_tally as t (kind, key, currency, month, n, money)
  select p.kind, p.key, p.currency, p.month, sum(p.n), sum(p.money)
  from opened o cross join lateral tally_of(o.counted) p
  group by p.kind, p.key, p.currency, p.month
  order by p.kind, p.key, p.currency, p.month
  on conflict (kind, key, currency, month) do update set n = t.n + excluded.n, money = t.money + excluded.money
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, 'opened', jsonb_build_object('stage', stage) from opened
returning lapse_id
