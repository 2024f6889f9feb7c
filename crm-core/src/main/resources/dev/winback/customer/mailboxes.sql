-- Which mailboxes an opt-out means: the one that the letter went to, and the present one of its customer when the first is
-- his earlier one. It is not when a person of his has it: who left a firm does not speak for his successor.
select m.address
from (
  select lower(:address) as address
  union
  select lower(r.email)
  from customer c
  join customer r on r.id = coalesce(c.merged_into, c.id)
  where c.id = :customer and r.erased_at is null and btrim(r.email) <> ''
    and not exists (select from person p where p.customer_id in (c.id, r.id) and lower(p.email) = lower(:address))
) m
order by address_hash(m.address)
