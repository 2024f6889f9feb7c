-- What one coupon of each rung costs if it is used on a usual order: turnover by purchase days of all customers with money in
-- the firm's currency.
select r.number, round(coalesce(u.order_mean, 0) * (greatest(r.percent, s.other) + coalesce(k.share, 0)) / 100 + coalesce(k.fixed, 0), 2) as cost
  from rung r
  left join offer_kind k on k.code = r.offer_kind
  left join rung_split s on s.rung = r.number and s.ended_on is null
 cross join (select sum(revenue) / nullif(sum(visits), 0) as order_mean from customer_value where currency = :currency) u
 where r.number >= 0
