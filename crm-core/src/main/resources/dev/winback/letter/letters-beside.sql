-- The letters of a list that stand before or behind one, or from it on, nearest first: the conditions are those of letters.sql.
select e.id
  from letter e
 where e.state in (/*states*/)
-- if before
   and e.id < :before
-- end
-- if since
   and e.id >= :since
-- end
-- if reason
   and e.hold_reason = :reason
-- end
-- if unexplained
   and e.hold_reason is null
-- end
-- if rung
   and e.rung = :rung
-- end
-- if survey
   and e.invitation_id = any (array(select i.id from survey_invitation i where i.survey_id = :survey))
-- end
-- if customer
   and e.customer_id = coalesce((select coalesce(r.merged_into, r.id) from customer r where r.ref = :customer),
                               (select a.customer_id from customer_alias a where a.source = '' and a.number = :customer))
-- end
-- if q
   and e.customer_id = any (array(select coalesce(c.merged_into, c.id) from customer c where /*search*/))
-- end
   and /*whose*/
 order by e.id /*order*/
 limit :limit
