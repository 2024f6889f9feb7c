-- Customers of an audience of such news, at most a thousand, drawn by a hash so that the same are looked at again: news-audience.sql.
select p.id
  from (select cast(:audience as text) as audience, cast(:rung as integer) as rung) w
 cross join customer p
  left join customer_category k on k.customer_id = p.id
 where p.erased_at is null and p.merged_into is null and /*audience*/
 order by hashint8(p.id), p.id
 limit 1000
