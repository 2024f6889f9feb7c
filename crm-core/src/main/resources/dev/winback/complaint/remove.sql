-- A complaint that was written down by mistake goes, and its last state into the history.
with gone as (
  delete from complaint where customer_id = :customer and id = :complaint and source = :source returning *
)
insert into fact_history (customer_id, fact, fact_id, was)
select customer_id, 'complaint', id, to_jsonb(gone) from gone
