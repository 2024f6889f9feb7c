-- Calls in which something was agreed, with what became of their confirmation in writing: a draft as long as nobody has sent or
-- dropped it and the call is fresh, only where there is a mailbox, and only of what was agreed. An older call is looked at only where somebody wrote.
select k.id as call,
       case when n.dropped_at is not null then 'dropped'
            when e.state in ('SENT', 'IN_DOUBT', 'ANNOUNCED') then 'sent'
            when e.state in ('FAILED', 'SUPPRESSED') then 'stopped'
            when e.id is not null then 'waiting'
            when n.call_id is not null or k.called_at > :fresh and sendable(c.email) then 'draft' end as state,
       c.ref, c.display_name as customer, c.email, k.result, k.called_at, k.promise, k.next_on, t.due_at as next_at, t.place, k.note,
       m.login, m.name as member, n.subject, n.body, e.hold_reason, e.sent_at, k.member_id
  from (select id
          from call
         where called_at > :fresh
-- if member
           and member_id = :member
-- end
        union
        select call_id from confirmation) a
  join call k on k.id = a.id
  join customer c on c.id = k.customer_id and c.erased_at is null
  join member m on m.id = k.member_id
  left join task t on t.id = k.next_task_id
  left join confirmation n on n.call_id = k.id
  left join lateral (select l.id, l.state, l.hold_reason, l.sent_at
                       from letter l
                      where l.confirmation_call = k.id
                      order by l.id desc
                      limit 1) e on true
 where k.undone_at is null
   and k.result in ('talked', 'thinking', 'appointment', 'offer_given', 'promise')
   and k.detail is null
   -- a talk that promised nothing and ended without a next step has agreed nothing
   and (k.promise is not null or k.next_task_id is not null or n.call_id is not null)
