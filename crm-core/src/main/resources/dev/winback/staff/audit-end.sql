-- Deletes the oldest entries up to the first that was written at :before or later, and remembers the hash that the rest follows from.
-- Entries stand in the order of their commits, which is not quite that of their moments: of the day that begins with the first entry
-- that stays the first place counts.
with rest as (
  select coalesce(
    (select min(l.place)
       from (select e.created_at as since from audit e where e.created_at >= :before order by e.created_at limit 1) f
       join audit a on a.created_at >= f.since and a.created_at < f.since + interval '1 day'
       join audit_link l on l.audit_id = a.id),
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
