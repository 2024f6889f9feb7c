-- What came back, the newest first.
select a.id, a.kind, a.state, a.came_at, a.letter_id as letter, c.ref, c.display_name as customer, a.severity, a.status,
       a.sender, a.subject, case when :words then a.words end as words
  from arrival a
  left join letter l on l.id = a.letter_id
  left join reply_mail r on r.own_id = a.own_id
  left join customer c on c.id = coalesce(l.customer_id, r.customer_id)
 where a.id < :before
-- if state
   and a.state = :state
-- end
-- if kind
   and a.kind = :kind
-- end
 order by a.id desc
 limit :limit
