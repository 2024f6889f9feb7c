-- The names behind a figure, who came back last first.
select l.id as lapse, c.ref, c.display_name as name, l.stage, l.returned_on, v.trial, l.currency, v.percent, l.restored_on,
       l.year_on, s.again, fragile(l.customer_id, :day) as fragile
/*where*/
  and (cast(:after_id as bigint) is null or (l.returned_on, l.id) < (cast(:after_day as date), cast(:after_id as bigint)))
order by l.returned_on desc, l.id desc
limit :limit
