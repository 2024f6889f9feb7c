-- Connected shops with what is waiting and what a person has to look at, counted to a thousand.
select s.id, s.system, s.address, s.api_secret is not null as asked, s.connected_at, s.asked_at, s.ask_failure, s.customers_failure,
       (select max(d.received_at) from shop_delivery d where d.shop_id = s.id) as last_heard,
       (select count(*) from (select from shop_delivery d where d.shop_id = s.id and d.state = 'waiting' limit 1000) w)
         as waiting,
       (select count(*) from (select from shop_delivery d where d.shop_id = s.id and d.state = 'refused' limit 1000) r)
         as refused
from shop s
where s.disconnected_at is null
order by s.system, s.address
