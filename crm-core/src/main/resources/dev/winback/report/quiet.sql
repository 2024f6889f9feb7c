-- Dealt with us, and has not come back for six months (DET-10): no purchase, no request and no word of his since, but one
-- before. Over a row c of the customer list.
(coalesce(c.last_purchase < cast(:quiet_since as date), true)
 and not exists (select from request q where q.customer_id = c.id and q.requested_at >= :quiet_from)
 and not exists (select from contact x where x.customer_id = c.id and x.direction = 'in'
                   and x.contacted_at >= :quiet_from)
 and not exists (select from survey_invitation i where i.customer_id = c.id and i.answered_at >= :quiet_from)
 and (c.last_purchase is not null
      or exists (select from request q where q.customer_id = c.id)
      or exists (select from contact x where x.customer_id = c.id and x.direction = 'in')))
