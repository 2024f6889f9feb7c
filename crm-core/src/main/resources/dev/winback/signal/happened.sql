-- What happened besides purchases, for the fold: requests, words from the customer, letters and agreed calls that waited
-- for his answer, complaints and carts, each with its number in Happening.Kind. What is not over yet is over at infinity,
-- so that no column is ever null. A cart is ordered also by an order that waits for its money, which is no purchase yet, and by one of its day of which nobody knows the hour. One statement
-- for a slice of customers; COPY takes no parameters, :customers is replaced by a condition made of numbers and :zone by the firm's.
copy (
  select customer_id, 0::bigint, requested_at, 'infinity'::timestamptz, 0::bigint
  from request where :customers
  union all
  select customer_id,
         case when result = 'ended' then 4 when direction = 'in' or reached then 1 when channel = 'phone' then 2 else 3 end::bigint,
         contacted_at, 'infinity'::timestamptz, 0
  from contact
  where :customers
    and (result = 'ended' or direction = 'in' or reached
         -- a call of which nobody says what came of it, or to a wrong number, has not been missed
         or (channel = 'phone' and agreed and result in ('not_there', 'voicemail'))
         or (channel in ('email', 'sms', 'letter') and asks_reply))
  union all
  -- who answers our form has answered, whoever writes it down
  select customer_id, 1, answered_at, 'infinity'::timestamptz, 0
  from survey_invitation where answered_at is not null and :customers
  union all
  select l.customer_id, 3, l.sent_at, 'infinity'::timestamptz, 0
  from letter l
  join template t on t.id = coalesce(l.written_with, l.template_id) and t.asks_reply
  where l.state = 'SENT' and :customers
  union all
  select customer_id, 5, complained_at, coalesce(resolved_at, 'infinity'::timestamptz),
         coalesce(severity, 0) + case when satisfied = false then 10 else 0 end
  from complaint where :customers
  union all
  select customer_id, 6, carted_at, 'infinity'::timestamptz,
         case when ordered or exists (select from purchase p
                                       where p.customer_id = cart.customer_id and p.purchased_at > carted_at - interval '25 hours'
                                         and (p.pending or p.counting and p.purchased_at < carted_at)
                                         and bought_by(p.purchased_at, p.received_at, :zone) >= carted_at)
              then 1 when items is null and removed is not null then 2 else 0 end
  from cart where :customers
) to stdout (format binary)
