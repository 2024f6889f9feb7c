-- The one predicate behind every search box over customers c: own number, e-mail, phone, or part of the shown name
-- (from three signs on by the trigram index).
(cast(:q as text) is null
 or lower(c.ref) = :q
 or lower(c.email) = :q
 or lower(c.display_name) like :q_part
 or (cast(:q_phone as text) is not null and regexp_replace(coalesce(c.phone, ''), '\D', '', 'g') like :q_phone))
