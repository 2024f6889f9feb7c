-- Whose contact data are due for a check on a working day (OPS-05): for each who has customers as many as promises and calls
-- leave of his capacity, but one at least, because a list of calls that is always full would leave every address as it is.
-- The dearest first; of customers whom nobody has :unowned for the managers. What was planned before and is not done keeps
-- its place, what was done on the day too, so planning twice plans once.
with place as (
  select m.id as member_id,
         greatest(m.capacity - (select count(*)
                                  from task t
                                 where t.member_id = m.id
                                   and (t.state = 'open' and t.due_on <= :day
                                        or t.state = 'done' and (t.closed_at at time zone :zone)::date = :day)), 1)
           - (select count(*) from care_plan p where p.member_id = m.id) as free
    from member m
   where m.active and m.role in ('REP', 'MANAGER') and m.capacity > 0
  union all
  select null, :unowned - count(*) from care_plan where member_id is null
), candidate as (
  select s.customer_id, m.id as member_id, coalesce(v.value_year, 0) as weight,
         row_number() over (partition by m.id order by v.value_year desc nulls last, s.customer_id) as rank
    from signal s
    join customer c on c.id = s.customer_id and c.status = 'active' and c.erased_at is null and c.merged_into is null
    left join member m on m.id = c.owner_id and m.active and m.role in ('REP', 'MANAGER')
    left join customer_value v on v.customer_id = s.customer_id
   where s.kind = 'stale-contact'
     and not exists (select from care_plan p where p.customer_id = s.customer_id)
)
insert into care_plan (customer_id, member_id, planned_on, weight)
select k.customer_id, k.member_id, :day, k.weight
  from candidate k
  join place p on p.member_id is not distinct from k.member_id
 where k.rank <= p.free
