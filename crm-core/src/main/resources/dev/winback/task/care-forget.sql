-- Checks that were planned for an earlier day and are done, or whose customer has gone to somebody else since.
delete from care_plan p
where p.planned_on < :day
  and not exists (
    select from customer c
    join signal s on s.customer_id = c.id and s.kind = 'stale-contact'
    left join member m on m.id = c.owner_id and m.active and m.role in ('REP', 'MANAGER')
    where c.id = p.customer_id and m.id is not distinct from p.member_id)
