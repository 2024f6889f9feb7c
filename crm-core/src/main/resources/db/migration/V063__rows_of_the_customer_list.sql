-- A row of the customer list as it is shown, filtered and sorted, as lost_row is one of the lost list: fifty rows of a page looked into three
-- tables and their indexes (650 buffers, 54 so). Made by customer-rows.sql, and by nothing else. Whoever is erased or merged into another one has
-- none. Room in each page, because a change of what has no index (city, category, the last purchase) need not touch one.
create table customer_row (
  -- of the customer
  id            bigint primary key,
  ref           text not null,
  name          text not null,
  sort_name     text not null,
  kind          text,
  city          text,
  email         text,
  phone         text,
  note          text,
  owner_id      bigint,
  purchases     integer,
  last_purchase date,
  revenue       numeric(16, 2),
  value_year    numeric(16, 2),
  rhythm_days   numeric(10, 2),
  currency      char(3),
  -- the stage of his latest lapse; null before the first
  stage         text,
  -- that, or where he stands who never had one: WATCH, ACTIVE or PROSPECT, as it is said from the first night on
  standing      text not null,
  -- of the latest lapse
  known_reason  text,
  -- the day from which he is not fragile any more; null: he is not
  fragile_until date,
  abc           char(1),
  xyz           char(1),
  vip           boolean,
  priority_group smallint
) with (fillfactor = 85);

-- What is shown of a customer has two columns more here than in the lost list: his kind, and whether he is there at all.
alter table customer drop column touched;
alter table customer add column touched xid8 generated always as
  (this_transaction(num_nulls(ref, company, name, first_name, last_name, kind, city, phone, email, note, owner_id, erased_at, merged_into))) stored;
create index customer_touched on customer (touched);
alter table customer alter column touched set (n_distinct = -1);
alter table customer_value add column touched xid8 generated always as
  (this_transaction(num_nulls(purchases, last_purchase, revenue, value_year, rhythm_days, currency))) stored;
create index customer_value_touched on customer_value (touched);
alter table customer_value alter column touched set (n_distinct = -1);
-- and every sign to watch
drop index signal_touched;
create index signal_touched on signal (touched) where kind <> 'stale-contact';

insert into customer_row
select c.id, c.ref, c.display_name as name, lower(c.display_name) as sort_name, c.kind, c.city, c.email, c.phone, c.note, c.owner_id,
       v.purchases, v.last_purchase, v.revenue, v.value_year, v.rhythm_days, v.currency, l.stage,
       case when l.stage is not null then l.stage
            when exists (select from signal w where w.customer_id = c.id and w.lost_from is null and w.kind <> 'stale-contact') then 'WATCH'
            when v.purchases > 0 then 'ACTIVE'
            else 'PROSPECT' end as standing, l.known_reason,
       case when l.stage in ('RETURNED', 'RESTORED', 'FALSE_ALARM', 'MERGED')
            then (select max((r.returned_on + interval '12 months')::date)
                    from lapse r
                   where r.customer_id = c.id and r.stage in ('RETURNED', 'RESTORED')
                     and not exists (select from lapse n
                                      where n.customer_id = r.customer_id and n.number > r.number
                                        and n.stage not in ('FALSE_ALARM', 'MERGED'))) end as fragile_until,
       k.abc, k.xyz, k.vip, k.priority_group
from customer c
left join customer_value v on v.customer_id = c.id
left join customer_category k on k.customer_id = c.id
left join lateral (select stage, known_reason from lapse where customer_id = c.id order by number desc limit 1) l on true
where c.erased_at is null and c.merged_into is null;

-- The orders of the list: of all, of one owner, of where they stand; of a kind or a reason, which few have.
create index customer_row_name on customer_row (sort_name, id);
create index customer_row_value on customer_row (value_year desc, id desc);
create index customer_row_owner on customer_row (owner_id, sort_name, id);
create index customer_row_standing on customer_row (standing, sort_name, id);
create index customer_row_kind on customer_row (kind, sort_name, id) where kind is not null;
create index customer_row_reason on customer_row (known_reason, sort_name, id) where known_reason is not null;
-- The same of the figures, and of kinds, which nothing asks for any more: each change wrote them.
drop index customer_value_year, customer_kind;
analyze customer_row;
