-- What contacts that a file or a program told leave to do, and who does it: who has the loss, else the member who had the contact,
-- else the manager who is here longest, as for promises of who leaves. Of each loss the latest contact of a kind.
select distinct on (l.id, k.result) l.id as lapse, l.customer_id as customer, k.id as contact, k.result, k.contacted_at as at, keeper.id as member,
       l.stage in (/*open stages*/) as open, nullif(btrim(c.company), '') is not null as has_company,
       exists (select from person p where p.customer_id = c.id and p.left_on is null) as another, l.value_year as weight
  from contact k
  join customer c on c.id = k.customer_id and c.erased_at is null and c.status not in ('never_contact', 'non_client')
  join lapse l on l.customer_id = k.customer_id and l.number = (select max(n.number) from lapse n where n.customer_id = k.customer_id)
              and l.merged_with is null and k.contacted_at >= (l.silent_since + 1)::timestamp at time zone :zone
 cross join lateral (
   select m.id from member m
    where m.active and m.role in ('MANAGER', 'REP') and (m.role = 'MANAGER' or m.id in (l.assignee, k.member_id))
    order by m.id is not distinct from l.assignee desc, m.id is not distinct from k.member_id desc, m.role = 'MANAGER' desc, m.id
    limit 1) keeper
 where k.source <> 'winback' and /*which*/
 order by l.id, k.result, k.contacted_at desc, k.id desc
