-- What the reports on losses count besides.
create index customer_value_first on customer_value (first_purchase, customer_id);
