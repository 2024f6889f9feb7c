-- Customers who wrote and were not answered since: the first of what waits, with how many others wait with it.
select w.ref, w.customer, w.contact, w.channel, w.came_at, w.note, m.login, m.name as member, w.more, r.sender, r.subject, r.message_id,
       w.phone, w.phone_e164, w.email
  from (select distinct on (c.id) c.ref, c.display_name as customer, k.id as contact, k.channel, k.contacted_at as came_at, k.note, c.phone, c.phone_e164, c.email,
               case when k.source = 'winback' then k.external_id end as own_id,
               coalesce(l.assignee, c.owner_id) as responsible, count(*) over (partition by c.id) - 1 as more
          from contact k
          join customer c on c.id = k.customer_id and c.erased_at is null and c.merged_into is null
          left join lapse l on l.customer_id = c.id and l.stage in (/*open stages*/)
         where k.direction = 'in'
           and k.channel in ('email', 'letter', 'sms', 'chat')
           and k.contacted_at > :since
           and c.status not in ('deceased', 'bankrupt', 'never_contact', 'non_client')
           and /*visible*/
-- if mine
           and coalesce(l.assignee, c.owner_id) = :member
-- end
           and not exists (select from contact o
                            where o.customer_id = k.customer_id and o.direction = 'out' and o.contacted_at >= k.contacted_at
                              -- a call that nobody took answers nothing
                              and (o.reached or o.result is null or o.channel not in ('phone', 'visit')))
         order by c.id, k.contacted_at, k.id) w
  left join member m on m.id = w.responsible
  left join reply_mail r on r.own_id = w.own_id
 where (:after_id::bigint is null or (w.came_at, w.contact) > (:after_at::timestamptz, :after_id::bigint))
 order by w.came_at, w.contact
 limit :limit
