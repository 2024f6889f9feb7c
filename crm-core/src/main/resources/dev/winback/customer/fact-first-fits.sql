-- True when a batch is large and the table empty: nothing can be known, corrected or older, so all of it is stored at once.
-- Not with a file whose facts have several rows, which are counted by slices; nor when refunds wait for their purchases,
-- which the event of each slice spreads and a kill between two of them would forget.
select not exists (select from {fact})
   and not exists (select from refund)
   and to_regclass('fact_line') is null
   and (select count(*) = 10000 from (select from staging_{fact} limit 10000) counted)
