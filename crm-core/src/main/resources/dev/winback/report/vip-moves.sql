-- Who came to the VIP list with a month, or went, keyset-paged.
select v.customer_id as id, c.ref, c.display_name as name, c.city, owner.name as owner, k.abc, k.xyz, k.value, m.currency,
       c.erased_at is not null as erased,
       coalesce((select s.criterion not in ('purchases', 'units')
                   from category_limit l join category_setting s on s.id = l.setting_id), true) as money
from vip_move v
join vip_month m on m.month = v.month
join customer c on c.id = v.customer_id
left join member owner on owner.id = c.owner_id
left join customer_category k on k.customer_id = v.customer_id
where v.month = :month and v.joined = :joined and /*visible*/ and /*after*/
order by v.customer_id
limit :limit
