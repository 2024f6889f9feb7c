-- What the month still owes its VIPs (CAL-32), as of the last night: of a member, or of all.
select coalesce(sum(v.waiting), 0)::bigint as waiting, coalesce(sum(v.waiting) filter (where m.id is null), 0)::bigint as nobodys,
       :left::int as days, ceil(coalesce(sum(v.waiting), 0) / :left)::bigint as a_day,
       (select contacts = 0 from aftercare_setting order by id desc limit 1) as off
from vip_owed v
left join member m on m.id = v.owner_key and m.active and m.role in ('REP', 'MANAGER')
where :member::bigint is null or v.owner_key = :member::bigint
