-- The margin of the firm, what must be left of it and the highest discount, in percent of an order.
select (select margin_percent from cost_setting order by id desc limit 1) as margin,
       (select floor_percent from offer_rule order by id desc limit 1) as floor,
       (select most_percent from offer_rule order by id desc limit 1) as most
