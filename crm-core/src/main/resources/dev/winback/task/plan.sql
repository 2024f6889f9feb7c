-- The calls of one working day (rules.md, "tasks"): for each rep up to his capacity, the dearest
-- open lapses that nobody has a step for yet. What is open and due, promises first among it, and
-- what was already done on the day fill the places before; so planning twice plans once. The unique
-- index task_open guards the rest. A letter is an attempt like a call: at most six of both in 30 days.
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
           where sent_at > :since and confirmation_call is null) touch
   group by customer_id
), candidate as (
  select l.id as lapse_id, l.customer_id, l.assignee as member_id, l.value_year as weight,
         row_number() over (partition by l.assignee order by l.value_year desc, l.id) as rank
    from lapse l
    join customer c on c.id = l.customer_id
    left join attempt a on a.customer_id = l.customer_id
   where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
     and l.assignee is not null
     and c.status = 'active'
     -- DEC-36: a hot conflict cools down first
     and (l.not_before is null or l.not_before <= :day)
     and nullif(trim(c.phone), '') is not null
     and coalesce(c.preferred_channel, 'phone') = 'phone'
     and coalesce(a.made, 0) < :attempts
     -- what another record of his brought along is part of this loss
     and not exists (select from task t where t.lapse_id in (select parts_of(l.id)) and t.state = 'open')
     -- service has his complaint: he is called when it is resolved
     and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(l.id)) and w.solved_at is null)
     -- the plan's contacts are used up: letters have taken over (CAL-02)
     and calls_made(l.id) < planned_contacts(l.id)
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight)
select k.lapse_id, k.customer_id, k.member_id, 'call', 'open', :day,
       1 + calls_made(k.lapse_id), k.weight
  from candidate k
  join place p on p.member_id = k.member_id
 where k.rank <= p.free
on conflict (lapse_id, kind) where state = 'open' do nothing
