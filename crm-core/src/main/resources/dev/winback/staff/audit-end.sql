-- Deletes the oldest entries up to the first that was written at :before or later, and remembers the hash that the rest follows from.
-- Entries stand in the order of their commits, which is not quite that of their moments: of the day after :before the first place counts.
with rest as (
  select coalesce(
    (select min(l.place) from audit a join audit_link l on l.audit_id = a.id
      where a.created_at >= :before and a.created_at < :before + interval '1 day'),
    (select l.place from audit a join audit_link l on l.audit_id = a.id
      where a.created_at >= :before order by a.created_at, a.id limit 1),
    (select max(place) + 1 from audit_link)) as place
), ended as (
  delete from audit_link where place < (select place from rest) returning place, audit_id, hash
), gone as (
  delete from audit a using ended e where a.id = e.audit_id
), last as (
  update audit_head h set first = e.place, first_hash = e.hash
    from (select place, hash from ended order by place desc limit 1) e
)
select count(*) from ended
