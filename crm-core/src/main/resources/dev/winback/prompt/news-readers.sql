-- How many customers an audience has now for such news: news-audience.sql, asked of everybody.
select count(*)
  from (select cast(:audience as text) as audience, cast(:rung as integer) as rung) w
 cross join customer p
  left join customer_category k on k.customer_id = p.id
 where p.erased_at is null and p.merged_into is null and /*audience*/
