-- A shop that was connected before goes on under its source; only of two WooCommerce shops at a time the second one has
-- its host in it. One that is connected already gets a new secret, and keeps the key that nobody sees again. It is asked from where it was left, also at a new address: its webhooks were refused meanwhile, and
-- WooCommerce repeats none. All shops of Shopify have one source, so that it tells nothing about how far one of them is.
insert into shop (system, address, source, hook_secret, api_login, api_secret, connected_by, caught_up_to, customers_up_to)
select :system, :address, one.source, :hook, :login, :secret, :member,
       coalesce((select max(s.caught_up_to) from shop s where s.system = :system and s.address = :address),
                (select max(s.caught_up_to) from shop s where s.system = 'woocommerce' and s.source = one.source),
                clock_timestamp()),
       coalesce((select max(s.customers_up_to) from shop s where s.system = :system and s.address = :address),
                clock_timestamp())
from (select coalesce((select max(s.source) from shop s where s.system = :system and s.address = :address),
                      case when :system = 'shopify' then 'shopify'
                           when exists (select from shop s where s.source = 'woo' and s.disconnected_at is null)
                             then 'woo ' || regexp_replace(:address, '^https?://', '')
                           else 'woo' end) as source) one
on conflict (system, address) where disconnected_at is null
do update set hook_secret = excluded.hook_secret, failures = 0, ask_failure = null, customers_failure = null, asked_at = null,
              api_login = case when excluded.api_secret is null then shop.api_login else excluded.api_login end,
              api_secret = coalesce(excluded.api_secret, shop.api_secret)
returning id
