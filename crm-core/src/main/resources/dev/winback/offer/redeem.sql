-- A coupon counts once: whoever comes second changes no row. One whose letter has not left is known to nobody but our own
-- people; used now, its letter would leave without a code.
update coupon
   set redeemed_at = :now
 where code = :code and redeemed_at is null and void_at is null and valid_until >= :day
   and (letter_id is null or coupon_told(letter_id))
returning coalesce(letter_id, 0) as letter_id
