-- The invoices behind the numbers of one customer, counted as in payment-slice.sql: those that were paid, of them the late ones, and the
-- purchases that are owed. The last that was due first; one of several currencies has no sum.
with person as (
  select c.id, c.ref, c.display_name as name from customer c where c.ref = :customer and c.erased_at is null and /*visible*/
), paid as (
  select f.ref, f.name, min(y.id) as id, coalesce(y.purchase, min(y.external_id)) as number, y.due_on as due,
         cast(max(y.paid_at) at time zone :zone as date) as paid, cast(max(y.paid_at) at time zone :zone as date) - y.due_on as delay,
         case when min(y.currency) = max(y.currency) then sum(y.amount) end as amount, min(y.currency) as currency
    from person f
    join payment y on y.customer_id = f.id
   where :show in ('late', 'paid') and y.due_on is not null and y.paid_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
   group by f.ref, f.name, y.due_on, y.source, y.purchase, case when y.purchase is null then y.external_id end
), unpaid as (
  select f.ref, f.name, p.id, p.external_id as number, coalesce(max(y.due_on), cast(p.purchased_at at time zone :zone as date)) as due,
         p.amount - p.refunded - coalesce(sum(y.amount) filter (where y.currency = p.currency), 0) as amount, p.currency
    from person f
    join purchase p on p.customer_id = f.id and p.pending
    left join payment y on y.customer_id = p.customer_id and y.source = p.source and y.purchase = p.external_id
   where :show = 'open'
   group by f.ref, f.name, p.id, p.external_id, p.purchased_at, p.amount, p.refunded, p.currency
), invoice as (
  select ref, name, id, number, due, paid, delay, amount, currency from paid where :show = 'paid' or delay > /*limit*/
  union all
  select ref, name, id, number, due, null, cast(:day as date) - due, amount, currency from unpaid where amount > 0 and due + /*limit*/ < :day
)
