-- The weakest clue, for servers that return nothing of the letter: the last one to this mailbox within a week.
select l.id as letter, c.id as customer, l.address
  from letter l
  left join customer c on c.id = l.customer_id and c.erased_at is null
 where l.address_hash = address_hash(:recipient)
   and l.state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT')
   and l.announced_at > :at - interval '7 days'
   and l.announced_at <= :at + interval '5 minutes'
 order by l.announced_at desc
 limit 1
