-- How many customers are fragile, as fragile-where.sql of aftercare lists them, at most one more than are counted: from the rows of the lost
-- list, in the order of customers, because one who came back twice has two (124,000 buffers of losses for 10,001, 80 so).
select count(*)
  from (select distinct l.customer_id
          from lost_row l
         where l.stage in ('RETURNED', 'RESTORED') and l.fragile_until is not null and not l.erased
           and l.fragile_until > :today and /*whose*/
         order by l.customer_id
         limit :limit) capped
