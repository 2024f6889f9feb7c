-- Dealt with us, and has not come back for six months (DET-10): no purchase, no request and no word of his since, but one
-- before. Over a customer c with its value v.
(coalesce(v.last_purchase < cast(:day as date) - interval '6 months', true)
 and not exists (select from request q where q.customer_id = c.id and q.requested_at >= cast(:day as date) - interval '6 months')
 and not exists (select from contact x where x.customer_id = c.id and x.direction = 'in'
                   and x.contacted_at >= cast(:day as date) - interval '6 months')
 and (v.last_purchase is not null
      or exists (select from request q where q.customer_id = c.id)
      or exists (select from contact x where x.customer_id = c.id and x.direction = 'in')))
