-- Twice lost as the facts say now (rules.md, "twice lost"): a lapse that follows a return which we had earned is twice lost, also
-- where a merge has joined the two or the call that earned it is told late; it is not any more when that record or that call is gone.
with earned as (
  select l.id, l.stage, l.stage_before, l.lost_on,
         exists (select from lapse e
                 where e.customer_id = l.customer_id and e.number < l.number
                   and e.stage in (/*won stages*/) and e.credit in ('coupon', 'letter', 'call')) as twice
  from lapse l
  where l.customer_id = any (:customers::bigint[])
    and l.stage in (/*open stages*/, 'TWICE_LOST')
), moved as (
  update lapse l
  set stage = case when e.twice then 'TWICE_LOST'
                   when e.stage_before in (/*open stages*/) then e.stage_before
                   when e.lost_on is null then 'LATE' else 'LOST' end,
      stage_before = case when e.twice then e.stage end,
      version = l.version + 1
  from earned e
  where e.id = l.id and e.twice <> (e.stage = 'TWICE_LOST')
    -- a manager has given a twice lost one another try
    and not (e.twice and exists (select from lapse_event v where v.lapse_id = l.id and v.kind = 'reopened'))
    and (e.twice or not exists (select from lapse o where o.customer_id = l.customer_id and o.id <> l.id
                                  and o.stage in (/*open stages*/)))
  returning l.id, l.stage
), noted as (
  insert into lapse_event (lapse_id, at, member_id, kind, detail)
  select id, :now, cast(:member as bigint), case when stage = 'TWICE_LOST' then 'twice-lost' else :undone end,
         jsonb_build_object('stage', stage)
  from moved
)
select id, stage from moved
