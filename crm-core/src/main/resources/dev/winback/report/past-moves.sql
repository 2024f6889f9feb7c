-- For the months before the first night nothing was recorded, so losses and returns are computed from purchases: a gap of
-- at least 90 days between two purchase days is a loss on its 90th day, and the purchase that ends it is the return.
select m.kind, h.customer_id, m.day
  from (select customer_id, day + 90 as lost_day, lead(day) over (partition by customer_id order by day) as next_day
          from (select distinct p.customer_id, cast(p.purchased_at at time zone :zone as date) as day
                  from purchase p where p.counting) d) h
 cross join lateral (values ('loss', h.lost_day), ('return', h.next_day)) m (kind, day)
 where h.lost_day <= :day and (h.next_day is null or h.next_day > h.lost_day)
   and m.day <= :day and m.day < coalesce((select month from first_night), 'infinity')
