-- The language in which a rung writes to a customer; no row: everybody's words (as outbox-take.sql decides).
select v.language
  from customer c
  join rung_variant v on v.rung = :rung and v.language = lower(left(c.language, 2))
 where c.ref = :ref
