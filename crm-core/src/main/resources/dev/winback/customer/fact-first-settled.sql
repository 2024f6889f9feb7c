-- Counted without going through the rows once more, unless some of them are erased persons'.
select case when exists (select from refused_{fact} where later_line = 0)
            then (select count(*) from pending_{fact})
            else (select count(*) from staging_{fact}) - (select coalesce(sum(rows - 1), 0) from repeated_{fact})
       end as created,
       0 as changed,
       (select coalesce(max(slice), -1) + 1 from first_{fact}) as slices,
       (select count(distinct line) from refused_{fact}) as refused
