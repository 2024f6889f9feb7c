-- The one predicate "this member may see customer c" (rules.md, "People") for whoever does not see all: the owner, and the rep who
-- works or won a lapse of the customer, or has something to do for him, as the far contact after a final no. Lists, counts and exports put it into their own statement (Visible.CUSTOMER),
-- so that a list, its count and a single look-up can never differ (hold.md, I17).
(c.owner_id = :member
 or exists (select 1 from lapse seen
            where seen.customer_id = c.id and seen.assignee = :member
              and seen.stage in (/*open stages*/, /*won stages*/))
 or exists (select 1 from task own
            where own.customer_id = c.id and own.member_id = :member and own.state = 'open'))
