-- Letters of nodes that died or froze. Claimed ones go back: no dot can follow, the old owner's announcement finds
-- nothing. Announced ones are in doubt and stay so until a person or a late answer decides. A row that a frozen node still
-- holds is left for the next time: nobody waits for it. What an earlier try was answered is no answer to this one; none at
-- all is how a page knows that the node was lost.
update letter
   set state = case state when 'CLAIMED' then 'PLANNED' else 'IN_DOUBT' end,
       ended_at = case state when 'ANNOUNCED' then clock_timestamp() end,
       node = case state when 'ANNOUNCED' then node end,
       smtp_code = case state when 'CLAIMED' then smtp_code end, smtp_reply = case state when 'CLAIMED' then smtp_reply end,
       lease_until = null, version = version + 1
 where id in (select id from letter
               where state in ('CLAIMED', 'ANNOUNCED') and lease_until < clock_timestamp()
                 for update skip locked)
