-- By his own number or another one, or by his e-mail: each is the end of an index.
select r.id from customer r where lower(r.ref) = :q
union all
select m.id from customer m where lower(m.email) = :q
union all
select a.customer_id from customer_alias a where lower(a.number) = :q
