-- What lets the start page of a million customers open at once.

-- Who is fragile now, customer by customer: counted up to 10,000 without looking at the losses themselves.
create index lost_row_fragile on lost_row (customer_id, fragile_until) where stage in ('RETURNED', 'RESTORED') and fragile_until is not null and not erased;

-- What was done in the last days, to leave it out of what nobody touched: both are written in the order of their moments, at the end of the index.
create index contact_at on contact (contacted_at) include (customer_id);
create index lapse_event_at on lapse_event (at) include (lapse_id) where member_id is not null;
