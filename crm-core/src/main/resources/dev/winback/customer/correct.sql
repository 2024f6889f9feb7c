-- The version moves, so that a person who edits the same customer is told. Another owner than before has him since :day.
update customer c
set ref = s.customer, {changes}, phone_e164 = s.phone_e164, attributes = s.attributes, told_at = s.told_at, told = s.told, left_told = c.left_told and s.status = c.status and not s.says_left,
    owner_since = case when s.owner_id is distinct from c.owner_id then :day::date else c.owner_since end,
    import_id = case when s.differs then :import::bigint else c.import_id end,
    version = c.version + case when s.differs then 1 else 0 end
from pending_customer s
where s.slice = :slice and s.known and c.id = s.customer_id and c.erased_at is null
