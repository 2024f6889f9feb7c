-- Who served him: the members of his purchases, talks and letters, with how often and from when to when.
select m.name as member, count(*) filter (where s.kind = 'purchase') as purchases,
       count(*) filter (where s.kind = 'contact') as contacts,
       cast(min(s.at) at time zone :zone as date) as first_on, cast(max(s.at) at time zone :zone as date) as last_on
  from (select 'purchase' as kind, member_id, purchased_at as at from purchase where customer_id = :customer
        union all
        select 'contact', member_id, contacted_at from contact where customer_id = :customer) s
  join member m on m.id = s.member_id
 group by m.id, m.name
 order by max(s.at) desc, m.name
