-- How far each loss came. What was done is looked up from the side of the deeds, which are few, and not from that of the losses. Made anew
-- for all, because a call may be taken back and a customer erased; only differences are written.
with deed as (
  select coalesce(y.merged_with, y.id) as lapse, max(d.step) as step
    from (select a.lapse_id,
                 case when a.result in ('appointment', 'ordered') then 4 when a.result = 'offer_given' then 3
                      when t.reached then 2 else 1 end as step
            from call a
            left join contact t on t.customer_id = a.customer_id and t.id = a.contact_id
           where a.undone_at is null
          union all
          select e.lapse_id, 1 from letter e where e.lapse_id is not null and e.sent_at is not null
          union all
          select g.lapse_id, 3 from offer_grant g where g.given_at is not null) d
    join lapse y on y.id = d.lapse_id
   group by 1
), made as materialized (
  select l.id as lapse_id, l.opened_on, coalesce(k.abc, '') as abc, case when l.returned_on is not null then 5 else coalesce(d.step, 0) end as step,
         d.step is not null as touched, l.currency, l.value_year
    from lapse l
    join customer c on c.id = l.customer_id
    left join customer_category k on k.customer_id = l.customer_id
    left join deed d on d.lapse = l.id
   where l.stage not in ('FALSE_ALARM', 'MERGED') and l.close_kind is distinct from 'direction-changed' and c.erased_at is null
), gone as (
  delete from lapse_far f where not exists (select from made m where m.lapse_id = f.lapse_id)
  returning 1
), written as (
  insert into lapse_far as f (lapse_id, opened_on, abc, step, touched, currency, value_year)
  select m.* from made m
    left join lapse_far x on x.lapse_id = m.lapse_id
   where x.lapse_id is null or (x.opened_on, x.abc, x.step, x.touched, x.currency, x.value_year)
                               <> (m.opened_on, m.abc, m.step, m.touched, m.currency, m.value_year)
   order by m.lapse_id
  on conflict (lapse_id) do update
     set opened_on = excluded.opened_on, abc = excluded.abc, step = excluded.step, touched = excluded.touched,
         currency = excluded.currency, value_year = excluded.value_year
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
