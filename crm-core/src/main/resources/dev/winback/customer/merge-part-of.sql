-- The record with everything that was merged into it, by the merges that still stand.
with recursive part as (
  select :id::bigint as id
  union
  select m.merged_id from customer_merge m join part on m.into_id = part.id where m.parted_at is null
)
select id from part
