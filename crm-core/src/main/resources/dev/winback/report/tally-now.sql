-- The tally of all lapses as it is at this moment: what the night counted, and the few that have changed since.
tally_now as (
  select t.kind, t.key, t.currency, t.month, t.n, t.money from lapse_tally t
  union all
  select p.kind, p.key, p.currency, p.month, p.n * p.sign, p.money * p.sign
    from lapse l
   cross join lateral (
     select t.*, 1 as sign
       from tally_of(lapse_counts(l.stage, l.currency, l.value_year, l.opened_on, l.lost_day, l.returned_on, l.close_kind, l.known_reason,
                                  l.known_guess, l.lost_by)) t
     union all select t.*, -1 from tally_of(l.counted) t) p
   where l.uncounted
)
