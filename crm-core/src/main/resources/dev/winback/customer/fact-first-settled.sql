select (select count(*)
        from (
{last}
        ) last
        where not exists (select from refused_{fact} r where r.line = last.line and r.later_line = 0)) as created,
       0 as changed,
       (select coalesce(max(slice), -1) + 1 from first_{fact}) as slices,
       (select count(distinct line) from refused_{fact}) as refused
