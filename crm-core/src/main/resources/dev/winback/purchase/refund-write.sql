-- Writes what was found where it differs; the customers of the purchases that changed by it.
with given as (
  select *
  from unnest(:customers::bigint[], :purchases::bigint[], :refunds::bigint[], :refund_customers::bigint[],
              :amounts::numeric[]) as g (customer_id, purchase_id, refund_id, refund_customer, amount)
), gone as (
  delete from refund_part r
  where r.customer_id = any (:scope::bigint[])
    and not exists (select from given g
                    where g.customer_id = r.customer_id and g.purchase_id = r.purchase_id and g.refund_id = r.refund_id)
), kept as (
  insert into refund_part as r (customer_id, purchase_id, refund_id, refund_customer, amount)
  select customer_id, purchase_id, refund_id, refund_customer, amount from given
  on conflict (customer_id, purchase_id, refund_id) do update
    set refund_customer = excluded.refund_customer, amount = excluded.amount
    where (r.refund_customer, r.amount) is distinct from (excluded.refund_customer, excluded.amount)
), borne as (
  select p.customer_id, p.id, g.amount
  from purchase p
  left join (select purchase_id, sum(amount) as amount from given group by purchase_id) g on g.purchase_id = p.id
  where p.customer_id = any (:scope::bigint[])
), written as (
  update purchase p
  set refund_facts = b.amount
  from borne b
  where p.customer_id = b.customer_id and p.id = b.id and p.refund_facts is distinct from b.amount
  returning p.customer_id
)
select distinct customer_id from written
