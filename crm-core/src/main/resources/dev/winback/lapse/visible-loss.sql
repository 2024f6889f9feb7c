-- The same as visible.sql over a loss l, without looking at its customer: whose he is stands in the loss, and whose losses
-- the member works on or won are found once for a list (16,800 buffers for a page of a rep among a hundred, 2,300 so).
(l.owner_key = :member
 or l.customer_id in (select seen.customer_id from lapse seen
                       where seen.assignee = :member
                         and seen.stage in (/*open stages*/, /*won stages*/))
 or l.customer_id in (select own.customer_id from task own where own.member_id = :member and own.state = 'open'))
