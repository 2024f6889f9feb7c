-- Who writes from this address: the customer, or a person of his; of several records the one whose loss is being worked
-- on, then the one that was written to last.
select c.id
  from (select id from customer where lower(email) = lower(btrim(:sender))
        union
        select customer_id from person where lower(email) = lower(btrim(:sender)) and left_on is null) w
  join customer c on c.id = w.id
 where c.erased_at is null and c.merged_into is null
 order by exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/)) desc,
          (select max(e.sent_at) from letter e where e.customer_id = c.id) desc nulls last, c.id
 limit 1
