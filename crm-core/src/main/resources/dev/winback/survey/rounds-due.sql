-- Surveys whose next round is due, each with who asks: the member who wanted it, else, if he has left or may no longer, the first who may.
select s.id,
       (select m.login
          from member m
         where m.active and m.role in ('ADMIN', 'MANAGER', 'MARKETING')
         order by m.id <> s.repeat_by, m.id
         limit 1) as login
  from survey s
 where s.repeat_on <= :day and s.closed_at is null
   and exists (select from member m where m.active and m.role in ('ADMIN', 'MANAGER', 'MARKETING'))
 order by s.id
   for update of s
