-- The contacts with good customers that are open, in the order of their days; who became lost or left since the night is listed no more, and a
-- card that is open stays. The sign of one that a sign brought about.
select g.id, g.customer_id as customer, g.kind, case when g.kind = 'sign' then split_part(g.mark, ' ', 1) end as sign, g.aim, g.tried, g.due_on,
       o.title as occasion, o.kind as occasion_kind, coalesce(o.first_access, false) as first_access,
       c.ref, c.display_name as name, c.phone, c.phone_e164, c.email, nullif(concat_ws(' ', p.first_name, p.last_name), '') as person,
       c.time_zone, g.note, p.role, p.holidays, p.gifts, p.birthday, m.name as member, g.weight, v.currency, fragile(c.id, :day) as fragile,
       coalesce(k.vip, false) as vip
from good_contact g
join customer c on c.id = g.customer_id
join member m on m.id = g.member_id
left join lateral (select n.* from contact_person n where n.customer_id = c.id offset 0) p on true
left join customer_category k on k.customer_id = c.id
left join customer_value v on v.customer_id = c.id
left join occasion o on o.id = g.occasion_id
where g.state = 'open' and c.erased_at is null
-- if listed
  and c.status = 'active'
  and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
-- end
-- if member
  and g.member_id = :member
-- end
-- if id
  and g.id = :id
-- end
-- if occasion
  and g.occasion_id = :occasion
-- end
-- if kind
  and g.kind = :kind
-- end
-- if after_id
  and (g.due_on, g.id) > (:after_day, :after_id)
-- end
order by g.due_on, g.id
limit :limit
