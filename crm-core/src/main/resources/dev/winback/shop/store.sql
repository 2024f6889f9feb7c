-- A delivery is stored once. The same number with another body is another delivery: nothing that was signed is dropped.
insert into shop_delivery (shop_id, delivery, topic, body)
select :shop, case when d.id is null then :delivery else :delivery || '#' || left(encode(sha256(:body), 'hex'), 16) end,
       :topic, :body
from (select 1) one
left join shop_delivery d on d.shop_id = :shop and d.delivery = :delivery and d.body is distinct from :body
                         and d.body is not null
on conflict (shop_id, delivery) do nothing
