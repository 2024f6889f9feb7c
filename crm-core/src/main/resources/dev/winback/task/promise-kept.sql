-- Kept and broken by member, of the days that are over; and what is open.
select p.member_id as member,
       count(*) filter (where p.state = 'kept' and p.due_on >= :from) as kept,
       count(*) filter (where p.state = 'broken' and p.due_on >= :from) as broken,
       count(*) filter (where p.waiting) as open
  from (/*promise*/) p
 where p.due_on >= :from or p.waiting
 group by p.member_id
 order by p.member_id
