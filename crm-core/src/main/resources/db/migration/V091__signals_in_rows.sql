-- Which signals a customer has, in the rows of both lists: each customer whom a page passed by was looked up, or all of a kind were known first (233 to
-- 614 buffers at 100,000 customers). A bit for each kind; those that many have, and those that few have, of which an index by itself
-- has nobody else in it.
create function common_sign(kind text) returns smallint immutable parallel safe language sql return
  cast(case kind when 'silent' then 1 when 'late' then 2 when 'max-gap' then 4 when 'ended' then 8 when 'stale-contact' then 16 end as smallint);
create function rare_sign(kind text) returns smallint immutable parallel safe language sql return
  cast(case kind when 'no-requests' then 1 when 'requests-without-purchase' then 2 when 'unresponsive' then 4 when 'volume-drop' then 8
                 when 'cart' then 16 when 'fallen-vip' then 32 when 'vip-paid-little' then 64 when 'margin-squeeze' then 128
                 when 'complaint' then 256 when 'risky-moment' then 512 end as smallint);
-- All that have the bit of a kind: an index compares with values, and knows no bits.
create function common_signs_with(kind text) returns smallint[] immutable parallel safe language sql return
  array(select m::smallint from generate_series(1, 31) m where m & common_sign(kind) > 0);
create function rare_signs_with(kind text) returns smallint[] immutable parallel safe language sql return
  array(select m::smallint from generate_series(1, 1023) m where m & rare_sign(kind) > 0);

alter table customer_row add column common_signs smallint, add column rare_signs smallint;
alter table lost_row add column common_signs smallint, add column rare_signs smallint;
-- each of their indexes would be written by the updates that follow; they are made anew by the next migration, which finds the rows as they were gone
drop index customer_row_name, customer_row_value, customer_row_standing, customer_row_kind, customer_row_reason, customer_row_owner,
  customer_row_owner_value, customer_row_worker, customer_row_worker_value, customer_row_more_workers, customer_row_cell, customer_row_group,
  customer_row_vip, customer_row_fallen, customer_row_candidate, customer_row_second, customer_row_a_by, customer_row_owner_category,
  customer_row_worker_category;
drop index lost_row_open_value, lost_row_open_silent, lost_row_open_opened, lost_row_open_gain, lost_row_open_name, lost_row_owner_value,
  lost_row_assignee_value, lost_row_owner_gain, lost_row_assignee_gain, lost_row_owner_name, lost_row_assignee_name;
update customer_row r
   set common_signs = s.common, rare_signs = s.rare
  from (select customer_id, bit_or(common_sign(kind)) as common, bit_or(rare_sign(kind)) as rare from signal group by customer_id) s
 where s.customer_id = r.id;
update lost_row r
   set common_signs = s.common, rare_signs = s.rare
  from (select customer_id, bit_or(common_sign(kind)) as common, bit_or(rare_sign(kind)) as rare from signal group by customer_id) s
 where s.customer_id = r.customer_id;
-- stale contact data are a sign like any other now
drop index signal_touched;
create index signal_touched on signal (touched);
