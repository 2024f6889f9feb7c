-- The three figures of MEA-05 by month: sum of the first orders, former volume restored, a year without remarks.
select date_trunc('month', l.returned_on::timestamp)::date as month, count(*) as returned,
       coalesce(sum(v.trial) filter (where l.currency = :currency), 0) as trial,
       count(*) filter (where l.restored_on is not null) as restored,
       count(*) filter (where s.due) as due, count(*) filter (where l.year_on is not null) as year,
       count(*) filter (where s.again) as again
/*where*/
group by 1
order by 1 desc
