-- Addresses in the order they were made, with what waits, what arrived and what was given up in the last 30 days.
select w.id, w.url, w.events, w.failing_since,
       case when w.old_secret_until > clock_timestamp() then w.old_secret_until end as old_secret_until,
       case when w.active then 'on' else coalesce(w.disabled_reason, 'off') end as state,
       count(d.id) filter (where d.state = 'due') as due,
       count(d.id) filter (where d.state = 'sent') as sent,
       count(d.id) filter (where d.state = 'failed') as failed
  from webhook w
  left join webhook_delivery d on d.webhook_id = w.id
 where not w.removed and (:id::bigint is null or w.id = :id)
 group by w.id
 order by w.id
