-- The audit by what was done: newest first, and each act that has happened found by one step (audit-acts.sql).
create index audit_action on audit (action, created_at desc, id desc);
