-- Writes the rows of the lost list that say something else than the tables that they are made of, so that a quiet night
-- writes nothing. In the order of the key, so that two writers never deadlock.
insert into lost_row as t
select n.*
from (
/*rows*/
) n
left join lost_row old on old.id = n.id /*of old.customer_id*/
where row(old.*) is distinct from row(n.*)
order by n.id
on conflict (id) do update
set (customer_id, ref, name, sort_name, city, phone, email, note, erased, stage, opened_on, opened_by, silent_since, silent_class,
     rhythm, fragile_until, value_year, currency, chance, gain, verdict, offer_kind, percent, offer, offer_asks, owner_key, lost_by,
     inherited, assignee, queue_reason, later_until, next_on, known_reason, known_guess, competitor_named, close_kind, has_left, abc, xyz, vip,
     fallen, candidate, priority_group, more_workers, common_signs, rare_signs)
  = row (excluded.customer_id, excluded.ref, excluded.name, excluded.sort_name, excluded.city, excluded.phone, excluded.email,
         excluded.note, excluded.erased, excluded.stage, excluded.opened_on, excluded.opened_by, excluded.silent_since,
         excluded.silent_class, excluded.rhythm, excluded.fragile_until, excluded.value_year, excluded.currency, excluded.chance,
         excluded.gain, excluded.verdict, excluded.offer_kind, excluded.percent, excluded.offer, excluded.offer_asks,
         excluded.owner_key, excluded.lost_by, excluded.inherited, excluded.assignee, excluded.queue_reason, excluded.later_until,
         excluded.next_on, excluded.known_reason, excluded.known_guess, excluded.competitor_named, excluded.close_kind, excluded.has_left, excluded.abc, excluded.xyz,
         excluded.vip, excluded.fallen, excluded.candidate, excluded.priority_group, excluded.more_workers, excluded.common_signs,
         excluded.rare_signs)
