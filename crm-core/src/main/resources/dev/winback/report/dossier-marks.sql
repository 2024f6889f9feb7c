-- What changed within 30 days of the day on which his silence began (UND-22).
select b.day, b.kind, b.title
  from business_event b
 where b.removed_at is null and b.day between cast(:since as date) - 30 and cast(:since as date) + 30
 order by b.day, b.id
 limit :limit
