-- Before the first night nothing was recorded, so losses and returns are computed from purchases: a gap between two
-- purchase days that reaches the limit of the customer's kind is a loss on that day, and the purchase that ends it is the return.
-- A silence that the night found lost by another limit (his rhythm, his own word) is lost on the day of that limit, and history says the same,
-- unless somebody said since that it was a false alarm.
-- In the month of that night the silences that nothing had ended are lapses, which that night opened; those that had ended are history.
select m.kind, h.customer_id, m.day
  from (select d.customer_id, d.day, d.day + coalesce(f.lost_limit, k.lost_limit, (select lost_limit(''))) as lost_day, lead(d.day) over (partition by d.customer_id order by d.day) as next_day, f.mistaken
          from (select distinct p.customer_id, cast(p.purchased_at at time zone :zone as date) as day
                  from purchase p where p.counting) d
          left join (select c.id, k.lost_limit from customer c join limit_of_kind k on k.kind = c.kind) k on k.id = d.customer_id
          left join (select l.customer_id, l.silent_since, min(l.lost_limit) as lost_limit, bool_and(l.stage = 'FALSE_ALARM') as mistaken
                       from lapse l where l.patient group by 1, 2) f
            on f.customer_id = d.customer_id and f.silent_since = d.day) h
 cross join lateral (values ('loss', h.lost_day), ('return', h.next_day)) m (kind, day)
 where h.mistaken is not true and h.lost_day <= :day and (h.next_day is null or h.next_day > h.lost_day)
   and m.day <= :day
   and (m.day < coalesce((select month from first_night), 'infinity')
        or h.next_day <= (select day from first_night)
           and not exists (select from lapse l where l.customer_id = h.customer_id and l.silent_since = h.day and l.lost_day is not null))
