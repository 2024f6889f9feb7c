-- The testimonials that stand, the newest telling of each customer: a consent taken back after a later return holds for what he
-- said before. A loss shows its own newest. One may be published while its customer agrees, his day is not
-- over and he is neither erased nor gone from us in anger. List, count and export share this.
from testimonial t
join customer c on c.id = t.customer_id
join member m on m.id = t.member_id
cross join lateral (
  select t.state = 'agreed' and (t.publish_until is null or t.publish_until >= :day)
         and c.status not in ('never_contact', 'non_client')
         and not exists (select from testimonial n
                          where n.customer_id = t.customer_id and n.undone_at is null and n.id > t.id) as published) p
where t.undone_at is null and c.erased_at is null and /*visible*/
  and not exists (select from testimonial n where n.customer_id = t.customer_id and n.undone_at is null and n.id > t.id
                    and (cast(:lapse as bigint) is null or n.lapse_id = t.lapse_id))
  and (cast(:lapse as bigint) is null or t.lapse_id = :lapse)
  and (:show = 'all' or :show = 'published' and p.published or t.state = :show)
