-- Counted from the first one in a row: what was refused more than a week ago was mended or given up. One a second is
-- counted at most: whoever knocks makes nobody write.
insert into shop_refusal as r (system, why, sender)
select :system, :why, :sender::text
 where not exists (select from shop_refusal
                    where system = :system and why = :why and last_at > clock_timestamp() - interval '1 second')
on conflict (system, why) do update
   set sender = excluded.sender, last_at = excluded.last_at,
       times = case when r.last_at < clock_timestamp() - interval '7 days' then 1 else r.times + 1 end,
       first_at = case when r.last_at < clock_timestamp() - interval '7 days' then excluded.first_at else r.first_at end
