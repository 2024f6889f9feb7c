-- Confirmations, those of the newest call first.
select call, state, ref, customer, email, result, called_at, promise, next_on, next_at, place, note, login, member,
       nullif(subject, '') as subject, nullif(body, '') as body, hold_reason, sent_at
  from (/*agreed*/) a
 where a.state is not null
   and (:state = 'all' or a.state = :state)
-- if member
   and a.member_id = :member
-- end
   and (:call::bigint is null or a.call = :call)
   and a.call < :before
 order by a.call desc
 limit :limit
