-- What stakes.sql counts, for whoever sees all: from the tally. Only who came back can be erased and still be counted in
-- it, because an erasure ends an open lapse; the few erased are taken off.
with /*tally*/
, erased as (
  select l.currency, count(*) as won
    from customer c
    join lapse l on l.customer_id = c.id and l.stage in (/*won stages*/)
   where c.erased_at is not null
   group by l.currency
)
select t.currency, coalesce(sum(t.n) filter (where t.kind = 'open'), 0) as open,
       coalesce(sum(t.n) filter (where t.kind = 'open' and t.key = 'late'), 0) as late,
       coalesce(sum(t.money) filter (where t.kind = 'open'), 0) as value_year,
       coalesce(sum(t.n) filter (where t.kind = 'won'), 0) - coalesce(max(e.won), 0) as won
  from tally_now t
  left join erased e on e.currency = t.currency
 where t.kind in ('open', 'won')
 group by t.currency
 order by t.currency <> :currency, t.currency
