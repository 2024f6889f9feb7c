-- What the fold found in one slice of customers, before it is compared with what is stored. Temporary tables: they cost
-- no WAL and belong to the transaction alone. Emptied first, because one transaction may fold several batches.
create temp table if not exists folded_value (
  customer_id bigint, purchases integer, visits integer, first_purchase date, last_purchase date,
  rhythm_days numeric, revenue numeric, value_year numeric, repeat_mean numeric, currency text);
create temp table if not exists folded_signal (
  customer_id bigint, kind text, since date, lost_from date, evidence jsonb);
truncate folded_value, folded_signal;
