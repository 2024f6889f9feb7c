-- The team of the campaign has called most of those drawn for it, in the weeks after its first day.
select l.id as lapse_id, l.customer_id, l.assignee, l.lost_by, :day + 3 + (l.id % 37)::integer as day
  from campaign_lapse x
  join lapse l on l.id = x.lapse_id
 where x.campaign_id = :campaign and x.arm = 'treated' and l.id % 7 > 0
   and :day + 3 + (l.id % 37)::integer < coalesce(l.returned_on, l.closed_on, '9999-12-31')
