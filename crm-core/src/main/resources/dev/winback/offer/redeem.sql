-- A coupon counts once: whoever comes second changes no row.
update coupon
   set redeemed_at = :now
 where code = :code and redeemed_at is null and void_at is null and valid_until >= :day
