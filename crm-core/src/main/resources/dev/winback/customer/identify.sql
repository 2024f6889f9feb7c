-- Who stands behind numbers that nobody knows yet, by one kind of key ({what}). Numbers with the same key:
-- made ones belong to the one customer who has the firm's own number and this key; where there is none, or more than one,
-- to the one made customer with this key, else to each other. The firm's own number adopts a made customer when nobody
-- else could; it never joins another own number. So the order in which numbers arrive does not matter.
with unknown as (
  select * from number_customer where customer_id is null and (leader is null or leader = number)
),
declared as (
  select s.customer, a.alias ->> 1 as alias
  from staging_customer s, jsonb_array_elements(s.aliases) as a (alias)
  where a.alias ->> 0 = '' and made_rank(a.alias ->> 1) > 0
),
member as (
{members}
),
made as (
{made}
),
relevant as (
  select mk from member where not own union select mk from made
),
existing as (
  select mk, min(id) filter (where own) as own_id, count(distinct id) filter (where own) as own_count,
         min(id) filter (where not own) as made_id, count(distinct id) filter (where not own) as made_count
  from (
    select mk, id, false as own from made
    union all
{own}
  ) e
  group by mk
),
grouped as (
  select m.mk, count(*) filter (where m.own) as new_own, min(m.number) filter (where m.own) as own_number,
         (array_agg(m.number order by m.rank, m.number) filter (where not m.own))[1] as made_number
  from member m
  where m.mk in (select mk from relevant)
  group by m.mk
),
decided as (
  select m.number,
         case when g.new_own + coalesce(e.own_count, 0) = 1 and not m.own then e.own_id
              when g.new_own + coalesce(e.own_count, 0) = 1 or not m.own
              then case when e.made_count = 1 then e.made_id end
         end as customer_id,
         case when m.own then m.number
              when g.new_own + coalesce(e.own_count, 0) = 1 and g.new_own = 1 then g.own_number
              else g.made_number
         end as leader
  from member m
  join grouped g on g.mk = m.mk
  left join existing e on e.mk = m.mk
)
update number_customer n
set customer_id = coalesce(d.customer_id, l.customer_id), leader = d.leader
from (select distinct on (number) * from decided order by number, customer_id, leader) d
left join decided l on l.number = d.leader
where n.number = d.number
