-- What the customer list shows of each customer: the one definition of a customer_row, in the order of its columns. The owner's name is not in it, nor
-- what a day makes of it: whether he is still fragile. "of" is where a range of customers is put in, or some of them. One look-up for each
-- customer and table, whatever is known of the tables.
select c.id, c.ref, c.display_name as name, lower(c.display_name) as sort_name, c.kind, c.city, c.email, c.phone, c.note, c.owner_id,
       v.purchases, v.last_purchase, v.revenue, v.value_year, v.rhythm_days, v.currency, l.stage,
       -- where he stands (rules.md, "Lapse"), as from the first night on; stale contact data are no reason to watch
       case when l.stage is not null then l.stage
            when s.watched then 'WATCH'
            when v.purchases > 0 then 'ACTIVE'
            else 'PROSPECT' end as standing, l.known_reason,
       -- as the function "fragile" says it of his returns; whoever is fragile was not lost since, so of most it need not be looked up
       case when l.stage in ('RETURNED', 'RESTORED', 'FALSE_ALARM')
            then (select max((r.returned_on + interval '12 months')::date)
                    from lapse r
                   where r.customer_id = c.id and r.stage in ('RETURNED', 'RESTORED')
                     and not exists (select from lapse n
                                      where n.customer_id = r.customer_id and n.number > r.number
                                        and n.stage not in ('FALSE_ALARM', 'MERGED'))) end as fragile_until,
       k.abc, k.xyz, k.vip, k.priority_group,
       -- who else sees him than his owner (visible.sql): one by himself, because an order of a list begins with one, and mostly there is no other
       w.workers[1] as worker, nullif(w.workers[2:], '{}') as more_workers,
       k.value as category_value, k.fallen, k.candidate, k.second, k.a_by, s.common_signs, s.rare_signs
from customer c
left join lateral (select * from customer_value where customer_id = c.id limit 1) v on true
left join lateral (select * from customer_category where customer_id = c.id limit 1) k on true
-- a part of another loss is none of its own, and a false alarm is over once he buys, as one that facts alone have closed (decision 924); customer.sql says the same
left join lateral (select stage, known_reason from lapse
                    where customer_id = c.id and stage <> 'MERGED'
                      and (stage <> 'FALSE_ALARM' or closed_by is not null and (v.last_purchase > silent_since) is not true)
                    order by number desc limit 1) l on true
left join lateral (select bit_or(common_sign(kind)) as common_signs, bit_or(rare_sign(kind)) as rare_signs,
                          bool_or(lost_from is null and kind <> 'stale-contact') as watched
                     from signal where customer_id = c.id) s on true
left join lateral (select array_agg(distinct x.assignee order by x.assignee) as workers
                     from (select y.assignee from (select assignee, stage from lapse where customer_id = c.id offset 0) y
                            where y.stage in (/*open stages*/, /*won stages*/)
                           union all
                           select member_id from task where customer_id = c.id and state = 'open') x
                    where x.assignee <> c.owner_key) w on true
where c.erased_at is null and c.merged_into is null /*of c.id*/
