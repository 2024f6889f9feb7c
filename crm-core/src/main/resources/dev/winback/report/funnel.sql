-- How many came at least as far as each step, and what they are worth a year in the firm's currency; of those who bought, who was
-- never called nor written to.
select count(*) as lost, count(*) filter (where far.step >= 1) as contacted, count(*) filter (where far.step >= 2) as reached,
       count(*) filter (where far.step >= 3) as offered, count(*) filter (where far.step >= 4) as agreed,
       count(*) filter (where far.step >= 5) as ordered,
       count(*) filter (where far.step >= 5 and d.step is null) as alone,
       coalesce(sum(l.value_year) filter (where l.currency = :currency), 0) as lost_year,
       coalesce(sum(l.value_year) filter (where l.currency = :currency and far.step >= 5), 0) as ordered_year
/*where*/
