-- How many of each month or quarter of first purchases bought in which later one; units are numbered from the year 0.
select t.first_month / :unit as cohort, t.month / :unit as at, cast(sum(case when :unit = 3 then t.quarter else t.customers end) as bigint) as customers
  from /*tally*/ t
 where t.first_month between :from and :to
 group by 1, 2
 order by 1, 2
