-- Whom calls are planned to (rules.md, "tasks"): a telephone number, and nothing said against calls. A condition on the customer c.
c.status = 'active' and nullif(trim(c.phone), '') is not null and coalesce(c.preferred_channel, 'phone') = 'phone'
