-- Whether any letter with the code of this one may have reached its reader: one that was sent again has the code of the first.
create function coupon_told(letter bigint) returns boolean
language sql stable
return exists (select from letter e
                where (e.id = coupon_told.letter or e.resend_of = coupon_told.letter)
                  and (e.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT') or e.hold_reason = 'SENT_AGAIN'));
