-- Contacts that reached the customer, the latest first.
select t.contacted_at as at, t.channel, t.result, case when :notes then nullif(t.note, '') end as note, m.name as "by"
  from contact t
  left join member m on m.id = t.member_id
 where t.customer_id = :customer and t.reached
 order by t.contacted_at desc, t.id desc
 limit :limit
