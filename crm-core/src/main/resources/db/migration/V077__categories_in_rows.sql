-- What the customer list asks of a category, and its value, which gives the order within one: the order stood in the indexes of another table,
-- so that fifty rows were looked up by their keys (273 buffers at a million customers), and a rep's customers were looked for among all of it.
alter table customer_row
  add column category_value numeric(18, 2),
  add column fallen boolean,
  add column candidate boolean,
  add column second text,
  add column a_by smallint;
-- each of its indexes would be written by the update that follows
drop index customer_row_name, customer_row_value, customer_row_standing, customer_row_kind, customer_row_reason, customer_row_owner,
  customer_row_owner_value, customer_row_worker, customer_row_worker_value, customer_row_more_workers;
update customer_row r
   set category_value = k.value, fallen = k.fallen, candidate = k.candidate, second = k.second, a_by = k.a_by
  from customer_category k
 where k.customer_id = r.id;
alter table customer_category drop column touched;
alter table customer_category add column touched xid8 generated always as
  (this_transaction(num_nulls(abc, xyz, vip, fallen, candidate, second, priority_group, value, a_by))) stored;
create index customer_category_touched on customer_category (touched);
alter table customer_category alter column touched set (n_distinct = -1);

-- as they were
create index customer_row_name on customer_row (sort_name, id, abc, xyz, vip, priority_group);
create index customer_row_value on customer_row (value_year desc, id desc, standing);
create index customer_row_standing on customer_row (standing, sort_name, id);
create index customer_row_kind on customer_row (kind, sort_name, id) where kind is not null;
create index customer_row_reason on customer_row (known_reason, sort_name, id) where known_reason is not null;
create index customer_row_owner on customer_row (owner_id, sort_name, id, standing);
create index customer_row_owner_value on customer_row (owner_id, value_year desc, id desc, standing);
create index customer_row_worker on customer_row (worker, sort_name, id, standing) where worker is not null;
create index customer_row_worker_value on customer_row (worker, value_year desc, id desc, standing) where worker is not null;
create index customer_row_more_workers on customer_row using gin (more_workers) where more_workers is not null;

-- In the order of value: a cell of the matrix, of which a row or a column are three or four; a group; what few have. Behind the key what is
-- compared there (decision 681). The same of the customers whom one member sees.
create index customer_row_cell on customer_row (abc, xyz, category_value desc, id desc, vip, standing) where abc is not null;
create index customer_row_group on customer_row (priority_group, category_value desc, id desc, abc, xyz, vip, standing)
  where priority_group is not null;
create index customer_row_vip on customer_row (category_value desc, id desc, abc, xyz, priority_group, standing) where vip;
create index customer_row_fallen on customer_row (category_value desc, id desc, owner_id, worker) where fallen;
create index customer_row_candidate on customer_row (category_value desc, id desc, owner_id, worker) where candidate;
create index customer_row_second on customer_row (second, category_value desc, id desc, owner_id, worker) where second is not null;
create index customer_row_a_by on customer_row (category_value desc, id desc, a_by, owner_id, worker) where a_by <> 0;
create index customer_row_owner_category on customer_row (owner_id, category_value desc, id desc, abc, xyz, vip, priority_group, standing);
create index customer_row_worker_category on customer_row (worker, category_value desc, id desc, abc, xyz, vip, priority_group, standing)
  where worker is not null;
-- The same of the categories, which nothing asks for any more: each purchase wrote them.
drop index customer_category_cell, customer_category_abc, customer_category_xyz, customer_category_group, customer_category_vip,
  customer_category_fallen, customer_category_candidate, customer_category_second;
analyze customer_row;
