-- Stores what a slice of lapses is worth; writes only what changed, so that a second night writes nothing.
insert into lapse_worth as w (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent,
  second_life, offer, effort, gain, verdict, offer_kind, offer_asks)
select n.lapse_id, l.customer_id, n.unasked::numeric(5, 4), n.chance::numeric(5, 4), n.low::numeric(5, 4), n.high::numeric(5, 4),
       n.channel, n.percent, n.second_life::numeric(16, 2), n.offer::numeric(16, 2), n.effort::numeric(16, 2),
       n.gain::numeric(16, 2), n.verdict, n.kind, n.asks
  from unnest(:lapses, :unasked, :chances, :lows, :highs, :channels, :percents, :lives, :offers, :efforts, :gains, :verdicts,
              :kinds, :asks)
       as n (lapse_id, unasked, chance, low, high, channel, percent, second_life, offer, effort, gain, verdict,
             kind, asks)
  join lapse l on l.id = n.lapse_id
on conflict (lapse_id) do update
   set customer_id = excluded.customer_id, unasked = excluded.unasked, chance = excluded.chance,
       chance_low = excluded.chance_low, chance_high = excluded.chance_high, channel = excluded.channel,
       percent = excluded.percent, second_life = excluded.second_life, offer = excluded.offer,
       effort = excluded.effort, gain = excluded.gain, verdict = excluded.verdict,
       offer_kind = excluded.offer_kind, offer_asks = excluded.offer_asks
 where (w.customer_id, w.unasked, w.chance, w.chance_low, w.chance_high, w.channel, w.percent, w.second_life, w.offer,
        w.effort, w.gain, w.verdict, w.offer_kind, w.offer_asks)
       is distinct from
       (excluded.customer_id, excluded.unasked, excluded.chance, excluded.chance_low, excluded.chance_high, excluded.channel,
        excluded.percent, excluded.second_life, excluded.offer, excluded.effort, excluded.gain, excluded.verdict,
        excluded.offer_kind, excluded.offer_asks)
