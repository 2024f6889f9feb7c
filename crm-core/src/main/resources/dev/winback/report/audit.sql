-- Entries of the audit, newest first. Each filter has an index in this order; those of one customer are few and found first: his own,
-- those of the records that were merged into him, and those of their losses and letters, so that who has read him is answered alike with a
-- thousand entries and with millions.
-- if customer
with record as materialized (
  select :customer::bigint as id
  union all
  select c.id from customer c where c.merged_into = :customer
), of_customer as materialized (
  select a.id from record r join audit a on a.subject = 'customer' and a.subject_id = r.id
  union all
  select a.id from record r join lapse l on l.customer_id = r.id join audit a on a.subject = 'lapse' and a.subject_id = l.id
  union all
  select a.id from record r join letter e on e.customer_id = r.id join audit a on a.subject = 'letter' and a.subject_id = e.id
)
-- end
select a.id, a.created_at, m.name as member, k.name as key, a.kind, a.action, a.subject, a.subject_id, c.ref as customer,
       a.detail::text as detail
  from
       -- if customer
       (select e.* from of_customer o join audit e on e.id = o.id offset 0) a
       -- end
       -- if everybody
       audit a
       -- end
  left join member m on m.id = a.member_id
  left join api_key k on k.id = a.api_key_id
  left join lapse l on a.subject = 'lapse' and l.id = a.subject_id
  left join letter e on a.subject = 'letter' and e.id = a.subject_id
  left join customer c on c.id = case a.subject when 'customer' then a.subject_id when 'lapse' then l.customer_id
                                               when 'letter' then e.customer_id end
 where true
   -- if member
   and a.member_id = :member
   -- end
   -- if kind
   and a.kind = :kind
   -- end
   -- if act
   and a.action = :act
   -- end
   -- if from
   and a.created_at >= :from
   -- end
   -- if to
   and a.created_at < :to
   -- end
   -- if at
   and (a.created_at, a.id) < (:at, :id)
   -- end
 order by a.created_at desc, a.id desc
 limit :limit
