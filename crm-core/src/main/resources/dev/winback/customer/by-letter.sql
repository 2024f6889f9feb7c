-- Whom a letter may be written to: a basis, and an address that takes it. A condition on the customer c, of whom it is known that he
-- bought; the judgement of letters asks the same in parts, because each is a reason of its own (judged.sql, outbox-gate.sql).
c.status = 'active' and coalesce(c.email_consent, (select soft_opt_in(:softOptIn))) and sendable(c.email)
and not exists (select from suppression s where s.address_hash = address_hash(c.email) and s.lifted_at is null)
-- the mailbox of somebody who has left the firm, and of nobody who is there
and not exists (select from person q
                 where q.customer_id = c.id and lower(btrim(q.email)) = lower(btrim(c.email))
                having bool_and(q.left_on is not null))
