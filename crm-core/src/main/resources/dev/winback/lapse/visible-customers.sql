-- The customers of visible.sql as a list of ids, for figures over all that a member sees: asked customer by customer they read every
-- loss there is (4.2 million buffers for a rep among a hundred, 57,000 so).
select mine.id from customer mine where mine.owner_id = :member
union
select seen.customer_id from lapse seen
 where seen.assignee = :member and seen.stage in (/*open stages*/, /*won stages*/)
union
select own.customer_id from task own where own.member_id = :member and own.state = 'open'
