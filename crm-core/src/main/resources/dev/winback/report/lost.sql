-- The lost list, keyset-paged: one index range per page whatever the page (speed.md, row 9). Days of silence are
-- counted to the last night, the day that signals and stages speak of.
select l.id as lapse, l.customer_id, c.ref, c.display_name as name, c.city, c.phone, c.email, c.note,
       l.silent_since, cast(:day as date) - l.silent_since as days,
       cast(silent.evidence ->> 'class' as integer) as silent_class,
       late.kind is not null as rhythm,
       l.stage, /*fragile*/ as fragile, l.value_year, l.currency, w.chance, w.gain, w.verdict,
       w.offer_kind as offer, coalesce(w.percent, 0) as offer_percent, w.offer as offer_cost, coalesce(w.offer_asks, false) as offer_asks,
       owner.name as owner, (select m.name from member m where m.id = l.lost_by) as lost_by, l.inherited, l.opened_by,
       l.later_until, assignee.name as assignee, l.queue_reason, l.opened_on,
       (select min(t.due_on) from task t where t.lapse_id = l.id and t.state = 'open') as next_on,
       lower(c.display_name) as sort_name, k.abc, k.xyz, k.vip, k.priority_group
/*where*/
  and /*only*/
  and /*after*/
order by /*order*/
limit :limit
