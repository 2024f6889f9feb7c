-- Writes only the customers whose category differs from what is stored, in the order of the key, so that two writers never
-- deadlock. Whoever was erased or merged away meanwhile gets none.
insert into customer_category as k
  (customer_id, abc, xyz, vip, fallen, candidate, second, priority_group, value, a_by)
select s.customer_id, s.abc, s.xyz, s.vip, s.fallen, s.candidate, s.second, s.priority_group, s.value, s.a_by
from settled_category s
join customer c on c.id = s.customer_id and c.erased_at is null and c.merged_into is null
left join customer_category old on old.customer_id = s.customer_id
where old.customer_id is null
   or (old.abc, old.xyz, old.vip, old.fallen, old.candidate, old.second, old.priority_group, old.value, old.a_by)
      is distinct from
      (s.abc::char(1), s.xyz::char(1), s.vip, s.fallen, s.candidate, s.second, s.priority_group, s.value, s.a_by)
order by s.customer_id
on conflict (customer_id) do update
set abc = excluded.abc, xyz = excluded.xyz, vip = excluded.vip, fallen = excluded.fallen,
    candidate = excluded.candidate, second = excluded.second, priority_group = excluded.priority_group,
    value = excluded.value, a_by = excluded.a_by, judged_at = clock_timestamp()
