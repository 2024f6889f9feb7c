-- Contacts that nobody has done and that are over: another month, a birthday of last week, an occasion that has ended, or a
-- customer who is lost, let go, gone or has another owner. A VIP to whom somebody has talked or written
-- since needs no call either; a call that found nobody was no talk. A sign is asked about as long as it stands, that of a fallen
-- VIP, which ends with its month, a month longer.
delete from good_contact g
where g.state = 'open'
  and (g.kind = 'vip' and (g.mark <> to_char(:day::date, 'YYYY-MM')
                           or exists (select from contact t where t.customer_id = g.customer_id
                                        and (t.reached or t.direction = 'in' or t.channel <> 'phone')
                                        and t.contacted_at >= date_trunc('month', :day::timestamp) at time zone :zone)
                           or exists (select from letter t where t.customer_id = g.customer_id
                                        and t.sent_at >= date_trunc('month', :day::timestamp) at time zone :zone))
       or g.kind = 'sign' and not exists (select from signal s where s.customer_id = g.customer_id and s.kind = split_part(g.mark, ' ', 1))
          and (split_part(g.mark, ' ', 1) <> 'fallen-vip' or g.due_on < :day - 31
               or exists (select from customer_category k where k.customer_id = g.customer_id and k.vip))
       or g.kind = 'birthday' and g.due_on < :day - 7
       or g.kind = 'occasion' and not exists (select from occasion o where o.id = g.occasion_id and o.removed_at is null
                                                and o.ends_on >= :day)
       or not exists (select from customer c
                       where c.id = g.customer_id and c.status = 'active' and c.erased_at is null and c.merged_into is null
                         and c.owner_id = g.member_id)
       or exists (select from lapse l where l.customer_id = g.customer_id and l.stage in (/*open stages*/))
       or exists (select from let_go(:zone) t (customer_id) where t.customer_id = g.customer_id))
