-- What the lost list filters by and other tables say, in the lapse itself, so that a filter is a range of an index in the
-- order of the list: until now a page of an owner's losses looked at those of everybody, and who left was judged one by one.

-- Whose the customer is; 0: nobody's. The key keeps both alike whoever changes the owner, and refuses a lapse that names
-- another; 0 instead of null because a key with a null in it is kept by nobody.
alter table customer add column owner_key bigint not null generated always as (coalesce(owner_id, 0)) stored;
alter table customer add constraint customer_owner_key unique (id, owner_key);
alter table lapse
  add column owner_key bigint,
  -- the reason of why_of and whether it names a competitor, written by know.sql whenever somebody told something
  add column known_reason text,
  add column competitor_named boolean not null default false;

update lapse l set owner_key = c.owner_key from customer c where c.id = l.customer_id;
update lapse l set known_reason = w.reason, competitor_named = w.competitor is not null
  from (select distinct coalesce(x.merged_with, x.id) as id from finding f join lapse x on x.id = f.lapse_id) k, why_of(k.id) w
 where l.id = k.id;
alter table lapse add constraint lapse_owner_key foreign key (customer_id, owner_key) references customer (id, owner_key)
  on update cascade;

create index lapse_owner_value on lapse (owner_key, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_reason_value on lapse (known_reason, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_known_reason on lapse (known_reason, customer_id) where known_reason is not null;
create index lapse_competitor on lapse (id) where competitor_named;
-- the next open task of a loss, and who came back: few rows, so that both are found in two pages
create index task_next on task (lapse_id, due_on) where state = 'open';
create index lapse_back on lapse (customer_id, number) where stage in ('RETURNED', 'RESTORED');

-- Which losses have changed since they were counted, as a column: of a comparison the planner expects nearly all rows, and
-- started two workers for the head of each page to find none (40 to 130 ms on a busy machine).
drop index lapse_uncounted;
alter table lapse add column uncounted boolean not null
  generated always as (counted is distinct from lapse_counts(stage, currency, value_year, opened_on, silent_since, returned_on)) stored;
create index lapse_uncounted on lapse (id) where uncounted;
