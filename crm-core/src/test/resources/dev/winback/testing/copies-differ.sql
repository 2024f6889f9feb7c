-- Losses of which the lists say something else than the tables that it is made of. What a test wrote into the tables itself
-- has no story, and is left out.
select format('lapse %s: reason %s and not %s, competitor %s, guess %s', l.id, l.known_reason, w.reason, l.competitor_named, l.known_guess)
from lapse l
left join lateral why_of(l.id) w on true
where (l.known_reason, l.competitor_named, l.known_guess)
      is distinct from (w.reason, w.competitor is not null, coalesce(w.said_by = 'guess', false))
  and (l.known_reason is not null or l.competitor_named
       or exists (select from lapse_event e join lapse x on x.id = e.lapse_id
                   where l.id in (x.id, x.merged_with) and e.kind in ('reason', 'reason-undone')))
union all
select format('lapse %s: owner %s and not %s', l.id, l.owner_key, c.owner_key)
from lapse l
join customer c on c.id = l.customer_id
where l.owner_key <> c.owner_key
   or l.owner_key is null and exists (select from lapse_event e where e.lapse_id = l.id and e.kind = 'opened')
union all
-- each row of the lost list is what it is made of, and there are no others
select format('row of the lost list: %s and not %s', to_jsonb(t), to_jsonb(n))
from lost_row t
full join (
/*rows*/
) n on n.id = t.id
where row(t.*) is distinct from row(n.*)
union all
-- and so is each row of the customer list
select format('row of the customer list: %s and not %s', to_jsonb(t), to_jsonb(n))
from customer_row t
full join (
/*customers*/
) n on n.id = t.id
where row(t.*) is distinct from row(n.*)
