-- What a merge would move, by kind, and what becomes of lapses.
select (select count(*) from purchase where customer_id = :id) as purchases,
       (select count(*) from contact where customer_id = :id) as contacts,
       (select count(*) from request where customer_id = :id) as requests,
       (select count(*) from complaint where customer_id = :id) as complaints,
       (select count(*) from refund where customer_id = :id) as refunds,
       (select count(*) from lapse where customer_id = :id) as lapses,
       (select count(*) from letter where customer_id = :id) as letters,
       (select count(*) from task where customer_id = :id and state = 'open') as tasks,
       (select count(*) from person where customer_id = :id) as persons,
       (select count(*) from customer_alias where customer_id = :id) as numbers
