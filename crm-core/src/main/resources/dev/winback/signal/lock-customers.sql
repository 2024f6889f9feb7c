-- Two transactions that store purchases of one customer do not see each other's rows: the second waits here until the
-- first has committed and then folds both. In the order of the key against deadlocks; "no key update" lets purchases of
-- others refer to the customer meanwhile.
select id from customer where id = any (:ids::bigint[]) order by id for no key update
