-- One more check of a password, unless :most of the last hour were not right. One statement: of two nodes at the same key one waits for the
-- row and then counts what the other has left. Moments after :to are of a day that is pinned and has begun again.
insert into password_check as kept (key, at, last_at)
values (:key, array[:now::timestamptz], :now)
on conflict (key) do update
   set at = array(select t from unnest(kept.at) as t where t > :from and t < :to) || :now::timestamptz,
       last_at = :now
 where (select count(*) from unnest(kept.at) as t where t > :from and t < :to) < :most
