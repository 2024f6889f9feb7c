-- As outbox-due.sql, of what does not wait behind the ladder: confirmations of what was agreed and reminders of carts; once the
-- letters of the day have left (:spent) confirmations only.
select id
  from letter
 where state = 'PLANNED'
   and rung in (/*rung CONFIRMATION*/, /*rung CART_AT_ONCE*/, /*rung CART_NEXT_DAY*/, /*rung CART_LAST*/)
   and mail_group = :name
   and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
   and (rung = /*rung CONFIRMATION*/ or not :spent)
 order by next_attempt_at nulls first, id
 limit :batch
   for update skip locked
