-- His complaints, the newest first: received, resolved or not, satisfied with the reaction or not (UND-19).
select k.id, k.source, k.external_id, k.complained_at as at, k.text, k.severity, k.human, m.name as member, k.resolved_at,
       k.satisfied
  from complaint k
  left join member m on m.id = k.member_id
 where k.customer_id = :customer
 order by k.complained_at desc, k.id desc
 limit :limit
