-- Whom calls are planned to (rules.md, "tasks"): a telephone number, and nothing said against calls; whoever asked for text messages
-- gets one by hand from the card instead (CAL-08), because nothing else would reach him. A condition on the customer c.
c.status = 'active' and nullif(trim(c.phone), '') is not null and coalesce(c.preferred_channel, 'phone') in ('phone', 'sms')
