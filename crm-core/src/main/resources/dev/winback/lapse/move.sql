-- A lapse whose silence, or whose customer, now says lost: the day is noted once; the stage moves only while nobody has decided
-- anything. A condition may narrow it to some customers.
with moved as (
  update lapse l
  set stage = case when l.stage = 'LATE' then 'LOST' else l.stage end, lost_on = :day, version = l.version + 1
  where l.stage in ('LATE', 'DECIDED', 'WORKING') and l.lost_on is null
    and exists (select 1 from signal s
                where s.customer_id = l.customer_id and s.lost_from <= :day /*whom*/)
  returning l.id, l.stage
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, 'lost', jsonb_build_object('stage', stage, 'ended', :ended) from moved
