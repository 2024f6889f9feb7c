select x.campaign_id, x.arm, x.held_reason, x.drawn_on, l.id as lapse_id, l.customer_id,
              l.stage, l.assignee, l.value_year, l.currency, l.returned_on, l.return_purchase_id,
              l.stage in (/*open stages*/) as open,
              coalesce(l.stage in (/*won stages*/) and l.returned_on between g.starts_on and g.ends_on, false) as back,
              exists (select from campaign_member w where w.campaign_id = x.campaign_id and w.member_id = l.assignee) as ours,
              exists (select from contact t
                       where t.customer_id = l.customer_id and t.direction = 'out'
                         and t.contacted_at >= g.starts_on::timestamp at time zone :zone)
              or exists (select from letter t
                          where t.customer_id = l.customer_id and t.sent_at >= g.starts_on::timestamp at time zone :zone) as touched
       from (select distinct on (i.campaign_id, coalesce(o.merged_with, i.lapse_id))
                    i.campaign_id, coalesce(o.merged_with, i.lapse_id) as loss, i.arm, i.held_reason, i.drawn_on
               from campaign_lapse i
               -- the few that became part of another, not each loss looked up twice
               left join (select id, merged_with from lapse where merged_with is not null) o on o.id = i.lapse_id
              -- of two that became one by the merge of records somebody may have worked on one: it counts as worked on
              order by i.campaign_id, coalesce(o.merged_with, i.lapse_id), i.arm desc nulls last, i.drawn_on) x
       join campaign g on g.id = x.campaign_id
       join lapse l on l.id = x.loss
