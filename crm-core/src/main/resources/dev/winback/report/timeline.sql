-- The one time line of a customer, newest first, keyset-paged by moment and anchor. Every branch reads one index
-- range of the customer; a wanted kind leaves the others unread. Call notes only for who may read them.
-- second: what was refunded of a purchase, what found no purchase of a refund, severity of a complaint, days a payment
-- was late; link: the letter, or the lapse of an event; later: when a request was answered, a complaint resolved.
-- The amount of a purchase is what the invoice says: its refunds stand beside it and once more as rows of their own.
select anchor, at, kind, what, channel, amount, currency, detail, member, note, link, second, later
from (
  (select 'purchase-' || p.id as anchor, p.purchased_at as at, 'purchase' as kind, p.status as what,
          cast(null as text) as channel, p.amount as amount, cast(p.currency as text) as currency,
          coalesce(p.items, p.external_id) as detail, m.name as member, p.coupon as note, cast(null as bigint) as link,
          nullif(p.refunded, 0) as second, cast(null as timestamptz) as later
   from purchase p left join member m on m.id = p.member_id
   where p.customer_id = :customer and p.purchased_at <= :until
  )
  union all
  (select 'refund-' || r.id, r.refunded_at, 'refund',
          case when b.borne is null then 'waits' when b.borne < r.amount then 'partly' else 'done' end, null, r.amount,
          coalesce(r.currency, b.currency, :currency), r.reason, null, coalesce(b.purchases, r.purchase), null,
          r.amount - coalesce(b.borne, 0), null
   from refund r
   left join lateral (
     select sum(x.amount) as borne, min(p.currency) as currency, string_agg(p.external_id, ', ' order by p.purchased_at) as purchases
     from refund_part x join purchase p on p.customer_id = x.customer_id and p.id = x.purchase_id
     where x.refund_customer = r.customer_id and x.refund_id = r.id) b on true
   where r.customer_id = :customer and r.refunded_at <= :until
  )
  union all
  (select 'payment-' || y.id, y.paid_at, 'payment', case when y.late > 0 then 'late' else 'in-time' end, null, y.amount,
          y.currency, y.purchase, null, null, null, y.late, null
   from (select p.*, cast(p.paid_at at time zone :zone as date) - p.due_on as late from payment p) y
   where y.customer_id = :customer and y.paid_at <= :until
  )
  union all
  (select 'request-' || q.id, q.requested_at, 'request', case when q.answered_at is null then 'open' else 'answered' end,
          null, null, null, q.subject, null, q.outcome, null, null, q.answered_at
   from request q
   where q.customer_id = :customer and q.requested_at <= :until
  )
  union all
  (select 'complaint-' || k.id, k.complained_at, 'complaint',
          case when k.resolved_at is null then 'open' when k.satisfied then 'satisfied'
               when not k.satisfied then 'dissatisfied' else 'resolved' end,
          case when k.human then 'human' end, null, null, k.text, m.name, null, null, k.severity, k.resolved_at
   from complaint k left join member m on m.id = k.member_id
   where k.customer_id = :customer and k.complained_at <= :until
  )
  union all
  (select 'cart-' || c.id, c.carted_at, 'cart', s.state, null, c.amount, c.currency, coalesce(c.items, c.removed), null,
          c.url, null, null, c.left_at
   from cart c join cart_state(:zone) s on s.customer_id = c.customer_id and s.id = c.id
   where c.customer_id = :customer and c.carted_at <= :until
  )
  union all
  (select 'referral-' || r.id, r.referred_at, 'referral', 'brought', null, null, null, r.referred, null, null, null, null,
          null
   from referral r
   where r.customer_id = :customer and r.referred_at <= :until
  )
  union all
  (select 'contact-' || x.id, x.contacted_at, 'contact', coalesce((select k.detail from call k where k.customer_id = x.customer_id and k.contact_id = x.id and k.undone_at is null), x.result, x.direction), x.channel, null, null,
          x.direction, m.name, case when :notes then nullif(x.note, '') end, null, null, null
   from contact x left join member m on m.id = x.member_id
   where x.customer_id = :customer and x.contacted_at <= :until
  )
  union all
  (select 'letter-' || t.id, coalesce(t.sent_at, t.ended_at, t.planned_at), 'letter', t.state, null, t.percent, null,
          cast(t.rung as text), null, coalesce(t.subject, lower(replace(t.hold_reason, '_', '-'))), t.id, null, null
   from letter t
   where t.customer_id = :customer and coalesce(t.sent_at, t.ended_at, t.planned_at) <= :until
  )
  union all
  -- that a person followed a link is known only of who has agreed
  (select 'click-' || t.id, min(h.at), 'letter', 'CLICKED', null, t.percent, null, cast(t.rung as text), null, null, t.id, null, null
   from letter t join letter_hit h on h.letter_id = t.id and h.number >= 0 and h.machine is null
   where t.customer_id = :customer
   group by t.id
   having min(h.at) <= :until
  )
  union all
  (select 'event-' || e.id, e.at, 'event', e.kind, null, null, null, cast(l.number as text), m.name,
          case when e.kind = 'lost-by'
               then concat(coalesce((select o.name from member o where o.id = (e.detail ->> 'lost_was')::bigint), '–'), ' → ',
                           coalesce((select o.name from member o where o.id = (e.detail ->> 'lost_by')::bigint), '–'),
                           ': ' || nullif(e.detail ->> 'reason', '')) end,
          l.id, null, null
   from lapse_event e join lapse l on l.id = e.lapse_id left join member m on m.id = e.member_id
   where l.customer_id = :customer and e.at <= :until
  )
  union all
  (select 'mark-' || b.id, b.day::timestamp at time zone :zone, 'mark', b.kind, null, null, null, b.title, null, null, null,
          null, null
   from business_event b
   where b.removed_at is null
     and b.day::timestamp at time zone :zone between (select min(p.purchased_at) from purchase p where p.customer_id = :customer)
                                                 and least(:until, :now)
  )
) items
where (at, anchor) < (:until, cast(:anchor as text)) and (cast(:kind as text) is null or kind = :kind)
order by at desc, anchor desc
limit :limit
