-- Who owes something is asked for each night, and nearly every purchase is paid: without this the whole key is read for them.
create index purchase_pending on purchase (customer_id) where pending;
