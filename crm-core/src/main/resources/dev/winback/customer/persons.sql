-- The persons of a customer: who is there before who left, the main one first.
select p.id, p.source, p.external_id, p.first_name, p.last_name, p.called, p.role, p.email, p.phone, p.phone_e164,
       p.main and p.left_on is null as main, p.left_on, p.birthday, p.children, p.hobbies, p.gifts, p.holidays,
       case when :notes then p.note end as note, md5(to_jsonb(p)::text) as tag
from person p
where p.customer_id = :customer and (cast(:person as bigint) is null or p.id = :person)
order by p.left_on is not null, p.main desc, p.id
