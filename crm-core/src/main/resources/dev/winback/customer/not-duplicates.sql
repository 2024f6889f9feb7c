-- Nobody of them is another one of them, as many as they are now.
insert into not_duplicate (kind, mark, members, member_id)
select :kind, :mark, array_agg(c.id order by c.id), :member
from customer c
where c.erased_at is null and c.merged_into is null
  and md5(case :kind when 'email' then lower(btrim(c.email)) when 'phone' then c.phone_e164
                     else lower(c.display_name) || ', ' || lower(trim(c.city)) end) = :mark
having count(*) > 1
on conflict (kind, mark) do update set members = excluded.members, member_id = excluded.member_id
