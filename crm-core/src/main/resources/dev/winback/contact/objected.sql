-- Which of these customers has just been said to want no contact any more, or not to be there any more: by a contact that this
-- transaction stored or corrected, so that whoever has made peace with him since is not undone by an old one. Who bought after the
-- call is there. Addresses in one order.
-- A firm goes on without the one who left it, and so does who has somebody else to talk to (UND-24).
select c.id, nullif(btrim(c.email), '') as email, k.status, k.id as contact,
       k.status = 'left'
         and (nullif(btrim(c.company), '') is not null
              or exists (select from person q
                           join contact_person w on w.customer_id = q.customer_id
                          where q.customer_id = c.id and q.left_on is null and q.id is distinct from w.person_id)) as goes_on
  from customer c
 cross join lateral (
   select case k.result when 'never_contact' then 'never_contact' else 'left' end as status, k.id
     from contact k
    where k.customer_id = c.id and k.source <> 'winback'
      and (k.result = 'never_contact'
           or k.result = 'person_gone' and c.status = 'active'
              and not exists (select from purchase p
                               where p.customer_id = c.id and p.counting and p.purchased_at > k.contacted_at)
              -- the same person, told once more or by an older contact
              and not exists (select from person q
                                join contact o on o.customer_id = q.customer_id and o.id = q.left_contact
                               where q.customer_id = c.id and o.contacted_at >= k.contacted_at))
      and (k.received_at >= now()
           or exists (select from fact_history h
                       where h.customer_id = k.customer_id and h.fact = 'contact' and h.fact_id = k.id
                         and h.replaced_at >= now()))
    order by k.result = 'never_contact' desc limit 1) k
 where c.id = any (:customers::bigint[]) and c.erased_at is null
   -- what a run had told, which may be taken back, is now his own word
   and (c.status <> 'never_contact' or c.import_id is not null)
 order by address_hash(c.email), c.id
