-- Returns of one day to the credit of a member, their net first orders in the firm's currency, and his share of them (CAL-35).
select count(l.id) as returned, coalesce(sum(p.amount - p.refunded), 0)::numeric(16, 2) as money,
       round(coalesce(sum(p.amount - p.refunded), 0) * min(s.incentive_percent) / 100, 2) as share
  from work_setting s
  left join lapse l on l.credit_member = :member and l.returned_on = :today
  left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id and p.currency = :currency
