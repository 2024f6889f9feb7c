-- The next customers whom published news reach: those of its audience with a mailbox. The gate tells of the others why not.
-- The same words reach nobody twice, also when they are published for two audiences. Of news that were withdrawn they are
-- taken over for whom no letter left: their letters are told apart (again), because they wait for a reason that has gone.
-- The audience is that of news-audience.sql.
with piece as (
  select c.id, c.email, c.status
    from customer c
   where c.id > :reached and c.erased_at is null and c.merged_into is null
   order by c.id
   limit :limit),
told as (
  insert into prompt (customer_id, rung, about, news_id, expires_at)
  select p.id, w.rung, 'news-' || w.template_id, w.id,
         coalesce(w.applies_on::timestamp at time zone :zone, w.published_at + interval '30 days')
    from news w
   cross join piece p
    left join customer_category k on k.customer_id = p.id
   where w.id = :news and /*audience*/
   order by p.id
  on conflict (rung, about, coalesce(origin_id, customer_id)) do update
     set news_id = excluded.news_id, expires_at = excluded.expires_at
   where exists (select from news o where o.id = prompt.news_id and o.withdrawn_at is not null)
     and not exists (select from letter l
                      where l.prompt_id = prompt.id and l.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT', 'FAILED'))
  returning id),
written as (
  select t.id, exists (select from letter l where l.prompt_id = t.id) as again from told t)
select (select max(id) from piece) as reached, (select count(*) from piece) as seen,
       coalesce((select array_agg(id)::text from written where not again), '{}') as prompts,
       coalesce((select array_agg(id)::text from written where again), '{}') as again
