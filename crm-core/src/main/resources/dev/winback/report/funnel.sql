-- How many losses noticed in a period came at least as far as each step, as of the last night, and what they are worth a year in the firm's
-- currency; of those who bought, who was never called nor written to.
select coalesce(sum(f.losses), 0)::bigint as lost,
       coalesce(sum(f.losses) filter (where f.step >= 1), 0)::bigint as contacted,
       coalesce(sum(f.losses) filter (where f.step >= 2), 0)::bigint as reached,
       coalesce(sum(f.losses) filter (where f.step >= 3), 0)::bigint as offered,
       coalesce(sum(f.losses) filter (where f.step >= 4), 0)::bigint as agreed,
       coalesce(sum(f.losses) filter (where f.step >= 5), 0)::bigint as ordered,
       coalesce(sum(f.losses) filter (where f.step >= 5 and not f.touched), 0)::bigint as alone,
       coalesce(sum(f.money) filter (where f.currency = :currency), 0) as lost_year,
       coalesce(sum(f.money) filter (where f.currency = :currency and f.step >= 5), 0) as ordered_year
  from /*days*/ f
 where f.opened_on between :from and :to and (:abc = '' or f.abc = :abc)
