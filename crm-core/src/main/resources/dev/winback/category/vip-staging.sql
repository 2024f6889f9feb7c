-- The VIPs of one month before they are compared with what is stored.
create temp table if not exists settled_vip (
  customer_id bigint, value numeric, paid numeric, used numeric, purchases integer, units bigint);
truncate settled_vip;
