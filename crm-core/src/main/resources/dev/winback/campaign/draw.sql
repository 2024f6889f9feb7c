-- Draws the losses of a list that nobody has drawn yet: who is worked on and who is kept back to compare with, by hash of campaign and
-- loss, so that the same loss is always in the same arm of a campaign, and in one of its own in the next. Drawn are only those whom the
-- team may work on; who is not due is held and says why. Undrawn stays nobody: due = treated + control + held.
with judged as (
  select x.campaign_id, x.lapse_id, coalesce(o.merged_with, o.id) as loss, g.control,
         case
           when l.stage not in (/*open stages*/) then 'closed'
           -- whoever has begun goes on, and takes nobody into a comparison with him
           when l.stage = 'WORKING' or exists (select from task t where t.lapse_id in (select parts_of(l.id)) and t.state = 'open') then 'in_work'
           when exists (select from campaign_lapse y
                          join campaign h on h.id = y.campaign_id and h.removed_at is null
                         where y.lapse_id in (select parts_of(l.id)) and y.campaign_id <> x.campaign_id
                           and y.arm in ('treated', 'control') and y.drawn_on + 60 >= :day::date
                           and (y.arm = 'control' or h.state = 'running')) then 'elsewhere'
           when c.status <> 'active' then 'inactive'
         end as held
    from campaign_lapse x
    join campaign g on g.id = x.campaign_id
    join lapse o on o.id = x.lapse_id
    join lapse l on l.id = coalesce(o.merged_with, o.id)
    join customer c on c.id = l.customer_id
   where x.campaign_id = :campaign and x.arm is null)
update campaign_lapse x
   set drawn_on = :day, held_reason = j.held,
       arm = case
               when j.held is not null then 'held'
               when ('x' || substr(md5('campaign ' || j.campaign_id || ' ' || j.loss), 1, 8))::bit(32)::bigint % 100 < j.control then 'control'
               else 'treated'
             end
  from judged j
 where x.campaign_id = j.campaign_id and x.lapse_id = j.lapse_id
