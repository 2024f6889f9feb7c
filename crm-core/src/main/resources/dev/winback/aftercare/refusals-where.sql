-- Whom we dropped ourselves (CAL-36): the last loss of a customer, closed as not wanted or as a non-client. "due" are those
-- closed half a year ago, when it may pay to look again. Who buys again by himself is not dropped any more, but for a
-- non-client: that is what he still is. The list, its count and its export share this.
from lapse l
join customer c on c.id = l.customer_id
left join member closer on closer.id = l.closed_by
left join lapse_worth w on w.lapse_id = l.id
where l.stage in ('NOT_WANTED', 'NON_CLIENT') and c.erased_at is null and /*visible*/
  and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                    and n.stage not in ('FALSE_ALARM', 'MERGED'))
  and (l.stage = 'NON_CLIENT'
       or not exists (select from purchase p
                       where p.customer_id = l.customer_id and p.counting
                         and p.purchased_at >= l.closed_on::timestamp at time zone :zone))
  and (:show = 'all' or l.closed_on <= (:day - interval '6 months')::date)
