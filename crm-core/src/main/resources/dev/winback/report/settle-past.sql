-- Makes the table of past moves what the purchases say; writes only differences.
with first_night as (
  select cast(date_trunc('month', cast(:day as timestamp)) as date) as month, cast(:day as date) as day
), history as (
  /*history*/
), gone as (
  delete from past_move p
   where not exists (select from history h where h.customer_id = p.customer_id and h.day = p.day and h.kind = p.kind)
), made as (
  insert into past_move (customer_id, day, kind)
  select customer_id, day, kind from history order by customer_id, day, kind
  on conflict do nothing
  returning 1
)
select count(*) from made
