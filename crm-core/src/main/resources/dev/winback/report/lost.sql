-- The lost list, keyset-paged: one index range per page whatever the page (speed.md, row 9), and nothing but the rows that it
-- shows; members are few and read at once. Days of silence are counted to the last night, the day that signals and stages speak of.
with member_name as materialized (select jsonb_object_agg(m.id, m.name) as of from member m)
select l.id as lapse, l.customer_id, l.ref, l.name, l.city, l.phone, l.email, l.note,
       l.silent_since, cast(:day as date) - l.silent_since as days, l.silent_class, l.rhythm,
       l.stage, coalesce(cast(:today as date) < l.fragile_until, false) as fragile, l.value_year, l.currency, l.chance, l.gain, l.verdict,
       l.offer_kind as offer, coalesce(l.percent, 0) as offer_percent, l.offer as offer_cost, coalesce(l.offer_asks, false) as offer_asks,
       (select m.of from member_name m) ->> l.owner_key::text as owner, (select m.of from member_name m) ->> l.lost_by::text as lost_by,
       l.inherited, l.opened_by, l.later_until, (select m.of from member_name m) ->> l.assignee::text as assignee,
       l.queue_reason, l.opened_on, l.next_on, l.sort_name, l.abc, l.xyz, l.vip, l.priority_group
/*where*/
  and /*only*/
  and /*after*/
order by /*order*/
limit :limit
