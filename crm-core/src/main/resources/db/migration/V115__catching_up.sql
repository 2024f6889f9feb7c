-- A shop is asked for changed customers beside its orders, each from where that question was left: who takes back a consent
-- while nobody listens orders nothing.
alter table shop
  -- every customer the shop changed until then has been heard
  add column customers_up_to timestamptz not null default clock_timestamp(),
  -- why the last question for customers failed; null: it did not
  add column customers_failure text;
update shop set customers_up_to = caught_up_to;

-- What is signed and does not say what it tells of is refused as well.
alter table shop_refusal
  drop constraint shop_refusal_why_check,
  add constraint shop_refusal_why_check check (why in ('signature', 'host', 'nobody', 'topic'));
