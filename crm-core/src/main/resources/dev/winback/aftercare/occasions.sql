-- Occasions that stand, the latest first, each with what was made of it: open are as many as the list of contacts shows (good.sql).
select o.id, o.kind, o.title, o.starts_on, o.ends_on, o.audience, o.buyers, o.first_access,
       (select count(*)
          from good_contact g
          join customer c on c.id = g.customer_id
         where g.occasion_id = o.id and g.state = 'open' and c.erased_at is null and c.status = 'active'
           and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
-- if member
           and g.member_id = :member
-- end
       ) as open,
       (select count(*) from good_contact g where g.occasion_id = o.id and g.state = 'done') as done
from occasion o
where o.removed_at is null
  and (cast(:after_id as bigint) is null or (o.starts_on, o.id) < (cast(:after_day as date), cast(:after_id as bigint)))
order by o.starts_on desc, o.id desc
limit :limit
