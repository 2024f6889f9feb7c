-- A reason may name the person who is erased: no transfer that had him or a loss of his keeps its words, and no loss of his
-- the reason for an exception.
with terms as (
  update handover_lapse x set override_was = null
    from lapse l
   where l.id = x.lapse_id and l.customer_id = :customer and x.override_was is not null
)
update handover
   set reason = ''
 where kind = 'transfer' and reason <> ''
   and (id in (select handover_id from handover_customer where customer_id = :customer)
        or id in (select x.handover_id from handover_lapse x join lapse l on l.id = x.lapse_id where l.customer_id = :customer))
