-- Which of these customers has just been said to want no contact any more: by a contact that this transaction stored or
-- corrected, so that whoever has made peace with him since is not undone by an old one. Addresses in one order.
select c.id, nullif(btrim(c.email), '') as email
  from customer c
 where c.id = any (:customers::bigint[]) and c.status <> 'never_contact' and c.erased_at is null
   and exists (select from contact k
                where k.customer_id = c.id and k.result = 'never_contact' and k.source <> 'winback'
                  and (k.received_at >= now()
                       or exists (select from fact_history h
                                   where h.customer_id = k.customer_id and h.fact = 'contact' and h.fact_id = k.id
                                     and h.replaced_at >= now())))
 order by address_hash(c.email), c.id
