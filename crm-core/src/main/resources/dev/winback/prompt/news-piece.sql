-- The next customers whom published news reach: those of its audience with a mailbox. The gate tells of the others why not.
-- The same words reach nobody twice, also when they are published for two audiences.
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
   where w.id = :news and p.status = 'active' and sendable(p.email)
     and case w.audience
           when 'vip' then k.vip
           when 'good' then k.priority_group <= 2
           else exists (select from purchase q where q.customer_id = p.id and q.counting)
         end
     and case w.audience
           when 'active' then not exists (select from lapse l
                                           where l.customer_id = p.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
                              -- whom we let go does not stay either; what changes soon he has to know
                              and (w.rung = -10
                                   or not exists (select from let_go(:zone) g (customer_id) where g.customer_id = p.id))
           when 'inactive' then exists (select from lapse l
                                         where l.customer_id = p.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
           else true
         end
   order by p.id
  on conflict do nothing
  returning id)
select (select max(id) from piece) as reached, (select count(*) from piece) as seen,
       coalesce((select array_agg(id)::text from told), '{}') as prompts
