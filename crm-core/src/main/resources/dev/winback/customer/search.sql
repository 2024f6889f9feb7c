-- The one predicate behind every search box over customers c: own number or another one, e-mail, or part of the shown name
-- (from three signs on by the trigram index); Search adds the telephone for what reads like one, and asks for what can be
-- nothing but an address or a whole number by search-mail.sql and search-phone.sql, which find the same.
lower(c.ref) = :q
 or lower(c.email) = :q
 or c.id = any (array(select a.customer_id from customer_alias a where lower(a.number) = :q))
 or lower(c.display_name) like :q_part
