-- Where a customer c with value v stands: the stage of the latest lapse l, else active or prospect (rules.md, "Lapse");
-- before the first night nobody stands anywhere.
(case when l.stage is not null then l.stage
      when not exists (select 1 from night where finished_at is not null) then null
      when v.purchases > 0 then 'ACTIVE'
      else 'PROSPECT' end)
