-- What held before a change holds again, if that is still the last one; every value that ever held stays to be seen.
insert into cart_setting (idle_minutes, next_hours, last_days, member_id, undone)
select b.idle_minutes, b.next_hours, b.last_days, :member, :change
  from cart_setting b
 where b.id < :change and (select max(id) from cart_setting) = :change
 order by b.id desc
 limit 1
