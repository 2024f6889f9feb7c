-- Where a customer c with value v stands: the stage l of the latest lapse that counts, else a reason to watch, active or prospect
-- (rules.md, "Lapse"); before the first night nobody stands anywhere. Stale contact data are no reason to watch.
(case when l.stage is not null then l.stage
      when not exists (select 1 from night where finished_at is not null) then null
      when exists (select 1 from signal w where w.customer_id = c.id and w.lost_from is null and w.kind <> 'stale-contact')
        then 'WATCH'
      when v.purchases > 0 then 'ACTIVE'
      else 'PROSPECT' end)
