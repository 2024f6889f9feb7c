-- The one predicate behind every search box over customers c: own number or another one, e-mail, phone in any writing,
-- or part of the shown name (from three signs on by the trigram index).
(cast(:q as text) is null
 or lower(c.ref) = :q
 or lower(c.email) = :q
 or c.id = any (array(select a.customer_id from customer_alias a where lower(a.number) = :q))
 or lower(c.display_name) like :q_part
 or (cast(:q_phone as text) is not null
     and (c.phone_e164 like :q_phone or regexp_replace(c.phone, '\D', '', 'g') like :q_phone)))
