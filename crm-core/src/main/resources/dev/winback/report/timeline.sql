-- The one time line of a customer, newest first, keyset-paged by moment and anchor. Every branch reads one index
-- range of the customer. Call notes only for who may read them.
select anchor, at, kind, what, channel, amount, currency, detail, member, note, letter
from (
  (select 'purchase-' || p.id as anchor, p.purchased_at as at, 'purchase' as kind, p.status as what,
          cast(null as text) as channel, p.amount - p.refunded as amount, cast(p.currency as text) as currency,
          coalesce(p.items, p.external_id) as detail, m.name as member, p.coupon as note, cast(null as bigint) as letter
   from purchase p left join member m on m.id = p.member_id
   where p.customer_id = :customer and p.purchased_at <= :until
  )
  union all
  (select 'contact-' || x.id, x.contacted_at, 'contact', coalesce(x.result, x.direction), x.channel, null, null,
          x.direction, m.name, case when :notes then nullif(x.note, '') end, null
   from contact x left join member m on m.id = x.member_id
   where x.customer_id = :customer and x.contacted_at <= :until
  )
  union all
  (select 'letter-' || t.id, coalesce(t.sent_at, t.ended_at, t.planned_at), 'letter', t.state, null, t.percent, null,
          cast(t.rung as text), null, coalesce(t.subject, lower(replace(t.hold_reason, '_', '-'))), t.id
   from letter t
   where t.customer_id = :customer and coalesce(t.sent_at, t.ended_at, t.planned_at) <= :until
  )
  union all
  (select 'event-' || e.id, e.at, 'event', e.kind, null, null, null, cast(l.number as text), m.name, null, null
   from lapse_event e join lapse l on l.id = e.lapse_id left join member m on m.id = e.member_id
   where l.customer_id = :customer and e.at <= :until
  )
) items
where (at, anchor) < (:until, cast(:anchor as text))
order by at desc, anchor desc
limit :limit
