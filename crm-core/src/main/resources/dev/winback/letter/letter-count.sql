-- How many letters the list of the same filter has, at most one more than are counted. Of who sees few, all customers are
-- gathered first: looked up letter by letter they were 564,000 buffers for a rep among a hundred, 18,300 so.
select count(*)
  from (select
  from letter e
 where true
   and e.state in (/*states*/)
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
   -- by the indexes of customers: who was found is few
   and e.customer_id = any (array(select coalesce(c.merged_into, c.id) from customer c where /*search*/))
-- end
   and /*whose*/
 limit :limit) capped
