-- What he asked without buying afterwards: no counting purchase between this request and the next one, or until now.
select q.at, q.subject, q.answered_at, q.outcome
  from (select requested_at as at, subject, answered_at, outcome, id,
               lead(requested_at, 1, 'infinity') over (order by requested_at, id) as next_at
          from request where customer_id = :customer) q
 where not exists (select from purchase p
                    where p.customer_id = :customer and p.counting and p.purchased_at >= q.at and p.purchased_at < q.next_at)
 order by q.at desc, q.id desc
 limit :limit
