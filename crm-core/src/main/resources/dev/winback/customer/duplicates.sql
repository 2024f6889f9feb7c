-- A page of groups by their key; the value is read from the first member. Paged by a hash, because a position stands in
-- the address of a page and an e-mail address must not.
with page as (
  select kind, mark, members
  from duplicate_group
  where cast(:kind as text) is null or (kind, mark) > (:kind, :mark)
  order by kind, mark
  limit :limit
)
select p.kind, s.key, p.mark, cardinality(p.members) as size,
       (select bool_and(similarity(lower(c.display_name), lower(f.display_name)) >= 0.4)
        from customer c where c.id = any (p.members[1 : 10])) as alike,
       c.ref, c.display_name as name, c.email, c.phone, c.city
from page p
join customer f on f.id = p.members[1]
join shares(f) s on s.kind = p.kind
join customer c on c.id = any (p.members[1 : 10])
order by p.kind, p.mark, c.id
