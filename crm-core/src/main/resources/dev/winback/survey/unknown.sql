-- Which of these numbers are no customer's: not his own, not that of a record that became part of him, not another one of his.
select t.number
  from unnest(:refs::text[]) with ordinality as t (number, place)
 where not exists (
   select from customer c
    where c.id = any (array(select coalesce(r.merged_into, r.id) from customer r where r.ref = t.number
                            union all
                            select a.customer_id from customer_alias a where a.source = '' and a.number = t.number))
      and c.erased_at is null and /*visible*/)
 order by t.place
