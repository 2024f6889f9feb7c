-- The line of a member's day: what he has done and what waits for the next working day. It is asked for after
-- each outcome: of thousands with stale contact data it is enough to know that there are many.
select (select count(*)
          from call
         where member_id = :member and undone_at is null and called_at >= :from and called_at < :until) as calls,
       (select count(*)
          from call k
          join contact c on c.customer_id = k.customer_id and c.id = k.contact_id
         where k.member_id = :member and k.undone_at is null and k.called_at >= :from and k.called_at < :until
           and c.reached) as talks,
       (select count(*)
          from task
         where member_id = :member and state = 'done' and closed_at >= :from and closed_at < :until)
       + (select count(*)
            from contact_check
           where member_id = :member and undone_at is null and checked_at >= :from and checked_at < :until) as done,
       (select count(*)
          from task
         where member_id = :member and state = 'open' and due_on = :next) as planned,
       (select count(*)
          from task
         where member_id = :member and state = 'open' and due_on = :next
           and promised_kind(kind)) as promises,
       (select count(*)
          from (select from signal where stale_owner = :member limit :stale_most) counted) as stale,
       (select login from member where id = :member) as login
