-- The calls of one working day (rules.md, "tasks"): for each rep up to his capacity, the dearest
-- open lapses that nobody has a step for yet. What is open and due, promises first among it, and
-- what was already done on the day fill the places before; so planning twice plans once. The unique
-- index task_open guards the rest. A letter is an attempt like a call: both count against one cap in
-- 30 days.
with place as (
  select m.id as member_id,
         m.capacity - (select count(*)
                         from task t
                        where t.member_id = m.id
                          and (t.state = 'open' and t.due_on <= :day
                               or t.state = 'done' and (t.closed_at at time zone :zone)::date = :day)) as free
    from member m
   where m.active
), attempt as (
  select customer_id, count(*) as made
    from (select customer_id
            from contact
           where direction = 'out' and contacted_at > :since
          union all
          select customer_id
            from letter
           where coalesce(sent_at, announced_at) > :since and confirmation_call is null
             -- as contacts_of says it for one customer
             and state not in ('PLANNED', 'HELD', 'CLAIMED', 'FAILED', 'SUPPRESSED', 'CONTROL')) touch
   group by customer_id
), candidate as (
  select l.id as lapse_id, l.customer_id, l.assignee as member_id, l.value_year as weight,
         row_number() over (partition by l.assignee order by l.value_year desc, l.id) as rank
    from lapse l
    join customer c on c.id = l.customer_id
    left join attempt a on a.customer_id = l.customer_id
   where l.stage in (/*open stages*/)
     -- DEC-36: a hot conflict cools down first
     and (l.not_before is null or l.not_before <= :day)
     and coalesce(a.made, 0) < (select contact_cap())
     and /*callable*/
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight)
select k.lapse_id, k.customer_id, k.member_id, 'call', 'open', :day,
       1 + calls_made(k.lapse_id), k.weight
  from candidate k
  join place p on p.member_id = k.member_id
 where k.rank <= p.free
on conflict (lapse_id, kind) where state = 'open' do nothing
