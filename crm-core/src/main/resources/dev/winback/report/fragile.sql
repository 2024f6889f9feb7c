-- The function "fragile" of a loss l, written out: for each row of a list a function of its own costs more than its index. Not
-- as "exists": that may be planned as a set of all who are fragile, 28,000 buffers for each page.
coalesce((select true from lapse r
           where r.customer_id = l.customer_id and r.stage in ('RETURNED', 'RESTORED')
             and cast(:today as date) < (r.returned_on + interval '12 months')::date
             and not exists (select from lapse n
                              where n.customer_id = r.customer_id and n.number > r.number
                                and n.stage not in ('FALSE_ALARM', 'MERGED'))
           limit 1), false)
