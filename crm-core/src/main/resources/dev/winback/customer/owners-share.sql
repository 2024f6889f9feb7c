-- The customers of who leaves, the dearest first in turn: to the heir alone, or to the active reps who take calls. Without
-- anybody they have no owner, and the lists show them under nobody. A record that was merged has the owner of the one it went into.
with heir as (
  select m.id, row_number() over (order by m.id) - 1 as place, count(*) over () as many
    from member m
   where m.id <> :leaver and m.active
     and case when :heir::bigint is null then m.role = 'REP' and m.capacity > 0 else m.id = :heir::bigint end
), mine as (
  select c.id, c.owner_since,
         row_number() over (order by coalesce(v.value_year, 0) desc, c.id) - 1 as place
    from customer c
    left join customer_value v on v.customer_id = c.id
   where c.owner_id = :leaver and c.merged_into is null
), given as (
  select m.id, m.owner_since, h.id as owner_id
    from mine m
    left join heir h on h.place = m.place % h.many
), moved as (
  update customer c
     set owner_id = case when g.id is null then root.owner_id else g.owner_id end, owner_since = :day, import_id = null,
         version = c.version + 1
    from customer root
    left join given g on g.id = root.id
   where root.id = coalesce(c.merged_into, c.id) and c.owner_id = :leaver
  returning c.id, c.owner_id, g.owner_since, c.merged_into
)
insert into handover_customer (handover_id, customer_id, owner_was, owner_since_was, owner_became)
select :handover, id, :leaver, owner_since, owner_id from moved where merged_into is null
