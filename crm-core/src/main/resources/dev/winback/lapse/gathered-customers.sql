-- The same as visible.sql where all whom words find are wanted: both arms are indexes, beside those of the words.
(c.owner_id = :member
 or c.id = any (array(select seen.customer_id from lapse seen
                       where seen.assignee = :member
                         and seen.stage in (/*open stages*/, /*won stages*/)
                      union
                      select own.customer_id from task own where own.member_id = :member and own.state = 'open')))
