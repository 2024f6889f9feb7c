-- Takes back that a customer who was late already was lost because he said himself that he ends it: he did not say so, and
-- nothing else means lost. Only while nobody has decided anything.
with moved as (
  update lapse l
  set stage = case when l.stage = 'LOST' then 'LATE' else l.stage end, lost_on = null, version = l.version + 1
  where l.customer_id = any (:ids::bigint[]) and l.stage in ('LOST', 'DECIDED', 'WORKING') and l.lost_on is not null
    and (select (e.detail ->> 'ended')::boolean from lapse_event e
          where e.lapse_id = l.id and e.kind in ('lost', 'not-lost') order by e.id desc limit 1)
    and not exists (select from signal s where s.customer_id = l.customer_id and s.lost_from <= :day)
  returning l.id, l.stage
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, 'not-lost', jsonb_build_object('stage', stage) from moved
