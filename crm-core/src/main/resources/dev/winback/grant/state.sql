-- Where an offer stands: the return redeems it (RET-01), the end of the loss and its last day end it.
case when g.state in ('given', 'accepted') and t.returned_on between (g.given_at at time zone :zone)::date and g.valid_until
       then 'used'
     when g.state in ('given', 'accepted')
          and (g.valid_until < :day or t.stage not in (/*open stages*/)) then 'expired'
     when g.state in ('asked', 'approved') and t.stage not in (/*open stages*/) then 'withdrawn'
     else g.state end
