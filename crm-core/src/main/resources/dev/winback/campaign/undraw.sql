-- A beginning that is taken back before anybody was called has fixed nothing: the list is as if nobody had drawn.
update campaign_lapse x
   set arm = null, held_reason = null, drawn_on = null
 where x.campaign_id = :campaign
   and not exists (select from campaign_lapse y
                     join call k on k.customer_id = y.customer_id and k.undone_at is null
                    where y.campaign_id = :campaign and y.arm = 'treated'
                      and k.called_at >= y.drawn_on::timestamp at time zone :zone)
