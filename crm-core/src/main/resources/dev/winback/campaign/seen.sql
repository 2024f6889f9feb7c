-- Who may see a campaign k: who sees all customers, who answers for it and who is of its team.
(:sees_all or k.lead_id = :member
 or exists (select from campaign_member c where c.campaign_id = k.id and c.member_id = :member))
