-- What each rep lost and another rep could win back (DEC-23): open losses that nobody works on yet and that are not his
-- already, where the other one never lost the customer and is experienced enough. The dearest of each pair, :most of them.
with free as (
  select l.id, l.customer_id, l.lost_by, l.assignee, l.value_year, l.currency, c.ref, c.display_name,
         c.flagship or coalesce(k.abc = 'A' or k.vip, false) as senior_only,
         coalesce(k.priority_group = 3, false) as for_novices
    from lapse l
    join customer c on c.id = l.customer_id and c.status = 'active' and c.erased_at is null
    left join customer_category k on k.customer_id = l.customer_id
   where l.stage in ('LATE', 'LOST', 'DECIDED') and l.lost_by is not null
), rep as (
  select id, login, name, seniority from member where role = 'REP' and active and capacity > 0
), pair as (
  select loser.login as loser, loser.name as loser_name, winner.login as winner, winner.name as winner_name,
         f.id, f.ref, f.display_name, f.value_year, f.currency,
         row_number() over (partition by loser.id, winner.id order by f.value_year desc, f.id) as place
    from free f
    join rep loser on loser.id = f.lost_by
    join rep winner on winner.id <> loser.id and f.assignee is distinct from winner.id
   where (not f.senior_only or winner.seniority = 'SENIOR')
     and (f.for_novices or winner.seniority <> 'NOVICE')
     and not exists (select from lapse e where e.customer_id = f.customer_id and e.lost_by = winner.id and e.stage <> 'FALSE_ALARM')
)
select loser, loser_name, winner, winner_name, id as lapse, ref, display_name as customer, value_year, currency
  from pair
 where place <= :most
 order by loser, winner, place
