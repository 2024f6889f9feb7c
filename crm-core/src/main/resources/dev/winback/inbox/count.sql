-- How many rows the list of the same filter has, at most one more than are counted.
select count(*)
  from (select
          from arrival a
         where true
-- if state
           and a.state = :state
-- end
-- if kind
           and a.kind = :kind
-- end
         limit :limit) capped
