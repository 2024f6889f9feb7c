-- A member who does not see all sees his own customers, and those of whom he works on or won a loss (visible.sql). His lists went through everybody's
-- or gathered all of his (83,000 buffers for fifty of his active customers, 62,000 for his money at stake); with whoever sees a row beside
-- the owner in the row, each way is a range of an index in the order of the list.
alter table customer_row
  -- a member who works on or won a loss of the customer, not the owner, and all others of them
  add column worker bigint,
  add column more_workers bigint[];
update customer_row r
   set worker = w.workers[1], more_workers = nullif(w.workers[2:], '{}')
  from (select x.customer_id, array_agg(distinct x.assignee order by x.assignee) as workers
          from lapse x
          join customer c on c.id = x.customer_id
         where x.assignee <> c.owner_key and x.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE')
         group by x.customer_id) w
 where w.customer_id = r.id;
-- whoever works on or won another loss of the customer, and is neither the owner nor the assignee of this one
alter table lost_row add column more_workers bigint[];
update lost_row r
   set more_workers = w.workers
  from (select l.id, array_agg(distinct x.assignee order by x.assignee) as workers
          from lapse l
          join lapse x on x.customer_id = l.customer_id and x.id <> l.id
          join customer c on c.id = x.customer_id
         where x.assignee <> c.owner_key and x.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE')
           and (x.assignee is distinct from l.assignee
                or l.stage not in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE'))
         group by l.id) w
 where w.id = r.id;

-- By name and by value; where he stands is compared in the index, or each row that a page passes by would be read.
drop index customer_row_owner;
create index customer_row_owner on customer_row (owner_id, sort_name, id, standing);
create index customer_row_owner_value on customer_row (owner_id, value_year desc, id desc, standing);
create index customer_row_worker on customer_row (worker, sort_name, id, standing) where worker is not null;
create index customer_row_worker_value on customer_row (worker, value_year desc, id desc, standing) where worker is not null;
create index customer_row_more_workers on customer_row using gin (more_workers) where more_workers is not null;

-- The same of open losses by value, gain and name. The first two of value have what money at stake is summed up from.
drop index lost_row_worked, lost_row_owner_value, lost_row_assignee_value;
create index lost_row_owner_value on lost_row (owner_key, value_year, id) include (currency)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_value on lost_row (assignee, value_year, id) include (currency, owner_key)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_gain on lost_row (owner_key, gain desc nulls last, id desc) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_name on lost_row (owner_key, sort_name, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_name on lost_row (assignee, sort_name, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_more_workers on lost_row using gin (more_workers) where more_workers is not null;
-- who came back, to be counted
create index lost_row_owner_won on lost_row (owner_key, currency) where stage in ('RETURNED', 'RESTORED', 'SAFE') and not erased;
create index lost_row_assignee_won on lost_row (assignee, owner_key, currency) where stage in ('RETURNED', 'RESTORED', 'SAFE') and not erased;
analyze customer_row;
analyze lost_row;
