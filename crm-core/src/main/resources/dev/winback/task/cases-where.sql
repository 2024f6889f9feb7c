-- Which complaints a list shows; its count shares this.
  from complaint k
  -- join c
  join customer c on c.id = k.customer_id
  -- end
 where k.complained_at > :since
   and case :state when 'open' then k.resolved_at is null when 'resolved' then k.resolved_at is not null else true end
   -- the few who are no more are looked up, not each customer
   and k.customer_id not in (select e.id from customer e where e.erased_at is not null)
   and k.customer_id not in (select e.id from customer e where e.merged_into is not null)
   and /*visible*/
