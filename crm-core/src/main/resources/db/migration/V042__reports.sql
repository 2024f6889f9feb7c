-- What the reports on losses count besides.
create index customer_value_first on customer_value (first_purchase, customer_id);
-- what was written and offered in a period, for the recovery funnel
create index letter_sent on letter (sent_at) include (lapse_id, state, id) where lapse_id is not null;
create index offer_grant_day on offer_grant (given_at) include (lapse_id);
