-- Whether any letter with the code of this one may have reached its reader: one that was sent again has the code of the first.
create function coupon_told(letter bigint) returns boolean
language sql stable
return exists (select from letter e
                where (e.id = coupon_told.letter or e.resend_of = coupon_told.letter)
                  and (e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT') or e.hold_reason = 'SENT_AGAIN'));

-- The order on which a coupon was used: the one that names it, else, of one used at the till (letters.md), the first of the customer from that
-- day on, for the sixty days in which a return has a credit. Days are the firm's: the till may tell of the order before the coupon.
create function coupon_order(customer bigint, named bigint, redeemed timestamptz, zone text) returns bigint stable language sql as $$
  select coalesce(named, (select p.id
                            from purchase p
                           where p.customer_id = customer and p.counting
                             and p.purchased_at >= (redeemed at time zone zone)::date::timestamp at time zone zone
                             and p.purchased_at < redeemed + interval '1440 hours'
                           order by p.purchased_at, p.source, p.external_id
                           limit 1))
$$;
