-- A reminder that fell outside of the hours for letters moves to the next opening, and its time runs from there; one that
-- waits for anything else grows old.
with late as materialized (
  select t.id, l.hold_until + case t.rung when /*rung CART_AT_ONCE*/ then interval '3 hours' else interval '12 hours' end as expires_at
    from letter l
    join prompt t on t.id = l.prompt_id and t.cart_id is not null
   where l.prompt_id is not null and l.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/
     and l.state = 'HELD' and l.hold_reason = 'OUTSIDE_HOURS' and t.expires_at > :now
-- if customers
     and l.customer_id = any (:customers::bigint[])
-- end
-- if lapses
     and l.customer_id in (select q.customer_id from lapse q where q.id = any (:lapses::bigint[]))
-- end
-- if rung
     and l.rung = :rung
-- end
-- if news
     and false
-- end
-- if prompts
     and false
-- end
-- if letters
     and l.id = any (:letters)
-- end
   order by t.id
     for update of t)
update prompt t
   set expires_at = late.expires_at
  from late
 where late.id = t.id and t.expires_at < late.expires_at
