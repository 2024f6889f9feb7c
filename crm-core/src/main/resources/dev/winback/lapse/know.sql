-- What is known of the losses of these customers stands in the lapse too, for the filters of the lists. No new version of
-- the lapse: nobody decides by it.
update lapse l
set known_reason = k.reason, competitor_named = k.competitor, known_guess = k.guess
from (
  select x.id, w.reason, w.competitor is not null as competitor, coalesce(w.said_by = 'guess', false) as guess
  from lapse x
  left join lateral why_of(x.id) w on true
  where x.customer_id = any (:customers::bigint[])
  order by x.id
) k
where l.id = k.id and (l.known_reason, l.competitor_named, l.known_guess) is distinct from (k.reason, k.competitor, k.guess)
