-- Counts the lapses that have changed since they were counted: what each counted as is taken off, what it is is added. No
-- new version of the lapse: nobody decides by it. Locked in one order, as two set-based writers must.
with uncounted as (
  select l.id, l.counted as was,
         lapse_counts(l.stage, l.currency, l.value_year, l.opened_on, l.lost_day, l.returned_on, l.close_kind, l.known_reason,
                      l.known_guess, l.lost_by) as "is"
    from lapse l
   where l.uncounted
   order by l.id
     for update
), written as (
  update lapse l set counted = u."is" from uncounted u where u.id = l.id
), difference as (
  select p.kind, p.key, p.currency, p.month, sum(p.n * p.sign) as n, sum(p.money * p.sign) as money
    from uncounted u
   cross join lateral (select t.*, 1 as sign from tally_of(u."is") t
                       union all select t.*, -1 from tally_of(u.was) t) p
   group by p.kind, p.key, p.currency, p.month
), added as (
  insert into lapse_tally as t (kind, key, currency, month, n, money)
  select kind, key, currency, month, n, money from difference order by kind, key, currency, month
  on conflict (kind, key, currency, month) do update set n = t.n + excluded.n, money = t.money + excluded.money
)
select count(*) from uncounted
