-- What would become of a letter of :rung to each of these customers, by reason (null: it would leave); reads only. Whom news with the
-- same words (:about) have reached gets them no more, unless they were withdrawn.
select case when exists (select from prompt o
                          left join news w on w.id = o.news_id
                          where o.rung = :rung and o.about = :about and coalesce(o.origin_id, o.customer_id) = g.id
                            and w.withdrawn_at is null) then 'ALREADY_WRITTEN' else g.reason end as reason,
       count(*) as letters
  from (/*gate*/) g
 group by 1
 order by count(*) desc, 1
