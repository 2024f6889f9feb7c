-- Which of these customers has just been said to want no contact any more, or not to be there any more: by a contact that this
-- transaction stored or corrected, so that whoever has made peace with him since is not undone by an old one. Who bought after the
-- call is there. Addresses in one order.
select c.id, nullif(btrim(c.email), '') as email, k.status
  from customer c
 cross join lateral (
   select case k.result when 'never_contact' then 'never_contact' else 'left' end as status
     from contact k
    where k.customer_id = c.id and k.source <> 'winback'
      and (k.result = 'never_contact'
           or k.result = 'person_gone' and c.status = 'active'
              and not exists (select from purchase p
                               where p.customer_id = c.id and p.counting and p.purchased_at > k.contacted_at))
      and (k.received_at >= now()
           or exists (select from fact_history h
                       where h.customer_id = k.customer_id and h.fact = 'contact' and h.fact_id = k.id
                         and h.replaced_at >= now()))
    order by k.result = 'never_contact' desc limit 1) k
 where c.id = any (:customers::bigint[]) and c.status <> 'never_contact' and c.erased_at is null
 order by address_hash(c.email), c.id
