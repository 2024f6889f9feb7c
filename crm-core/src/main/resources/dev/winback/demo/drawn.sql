-- The campaign of the past was drawn on its first day; whoever was called since, or is to be called, was not kept back. Who came back had
-- somebody of the team, never who lost him.
with had as (
  update lapse l
     set assignee = (select m.id from member m where m.role = 'REP' and m.id is distinct from l.lost_by order by (m.id + l.id) % 2 limit 1),
         assigned_on = :day, version = l.version + 1
    from campaign_lapse x
   where x.campaign_id = :campaign and l.id = x.lapse_id and l.assignee is null and l.returned_on > :day and l.credit <> 'none'
)
update campaign_lapse x
   set drawn_on = :day,
       arm = case
               when exists (select from call k where k.customer_id = x.customer_id and k.called_at >= cast(:day as date))
                    or exists (select from task t where t.lapse_id = x.lapse_id and t.state = 'open')
                    or exists (select from contact t where t.customer_id = x.customer_id and t.channel = 'phone' and t.contacted_at >= cast(:day as date))
                 then 'treated'
               when ('x' || substr(md5('campaign ' || x.campaign_id || ' ' || x.lapse_id), 1, 8))::bit(32)::bigint % 100 < 30 then 'control'
               else 'treated'
             end
 where x.campaign_id = :campaign
