-- The losses on a campaign's list that a member may see; list, count and export share this. Who was erased counts in a comparison alone.
from (/*states*/ where x.campaign_id = :campaign) s
-- join c
join customer c on c.id = s.customer_id
-- end
left join member worker on worker.id = s.assignee
-- the few who are erased are looked up, not each customer
where (:compared or s.customer_id not in (select e.id from customer e where e.erased_at is not null)) and /*visible*/
  and (:show = 'all' or :show = s.arm
       or s.arm is distinct from 'control'
          and (:show = 'worked' or :show = 'uncontacted' and not s.touched and s.open or :show = 'returned' and s.back
               or :show = 'outside' and s.open and not s.ours and s.arm is distinct from 'held')
       -- what the two groups are compared by (effect.sql)
       or s.drawn_on + 60 < :day
          and (:show = 'treated-over' and s.arm = 'treated' or :show = 'control-over' and s.arm = 'control'
               or s.returned_on between s.drawn_on and s.drawn_on + 60
                  and (:show = 'treated-returned' and s.arm = 'treated' or :show = 'control-returned' and s.arm = 'control')))
  and (cast(:held as text) is null or s.held_reason = :held)
  and (cast(:who as text) is null or worker.login = :who)
