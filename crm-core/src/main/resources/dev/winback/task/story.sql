-- The newest facts of one customer, each kind from its own index before they are merged.
select kind, at, text, figure, currency
  from ((select 'purchase' as kind, purchased_at as at, coalesce(items, external_id) as text,
                amount - refunded as figure, currency::text as currency
           from purchase
          where customer_id = :customer
          order by purchased_at desc, id desc
          limit :limit)
        union all
        (select 'contact.' || channel, contacted_at, concat_ws(': ', coalesce((select k.detail from call k where k.customer_id = contact.customer_id and k.contact_id = contact.id and k.undone_at is null), result), nullif(note, '')), null, null
           from contact
          where customer_id = :customer
          order by contacted_at desc, id desc
          limit :limit)
        union all
        (select 'letter', sent_at, subject, percent, null
           from letter
          where customer_id = :customer and sent_at is not null
          order by sent_at desc, id desc
          limit :limit)
        union all
        (select 'complaint', complained_at, text, null, null
           from complaint
          where customer_id = :customer
          order by complained_at desc, id desc
          limit :limit)
        union all
        (select 'request', requested_at, subject, null, null
           from request
          where customer_id = :customer
          order by requested_at desc, id desc
          limit :limit)) fact
 order by at desc
 limit :limit
