-- Categories before they are compared with what is stored. A temporary table: it costs no WAL and belongs to the
-- transaction alone. Emptied first, because one transaction may store several batches.
create temp table if not exists settled_category (
  customer_id bigint, abc text, xyz text, vip boolean, fallen boolean, candidate boolean, second text,
  priority_group integer, value numeric, a_by integer);
truncate settled_category;
