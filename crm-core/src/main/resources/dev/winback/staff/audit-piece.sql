-- The next links after :place, whose hash is :hash: where they lead, and the first of them that does not follow from the one before,
-- with its entry. In pieces up to :until, so that no statement holds a chain of years in memory and no snapshot is as old as the look.
with link as (
  select place, audit_id, hash, lag(place, 1, :place) over ordered as before, lag(hash, 1, :hash) over ordered as previous
    from (select place, audit_id, hash from audit_link where place > :place and place <= :until order by place limit 20000) piece
  window ordered as (order by place)
), looked as (
  select l.place, l.audit_id, l.hash,
         case when l.place <> l.before + 1 or a.id is null then 'missing'
              when l.hash <> audit_hash(l.previous, a) then 'changed' end as fault
    from link l left join audit a on a.id = l.audit_id
)
select max(place) as place, (array_agg(hash order by place desc))[1] as hash,
       (array_agg(audit_id order by place) filter (where fault is not null))[1] as entry,
       (array_agg(fault order by place) filter (where fault is not null))[1] as fault
  from looked having count(*) > 0
