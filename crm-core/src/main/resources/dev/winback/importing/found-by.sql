-- By what the customers of a file were found who have no number in it, each counted once: their numbers are made ones (MadeNumber).
update import_part p
   set by_mail = f.by_mail, by_phone = f.by_phone, by_name = f.by_name
  from (select count(*) filter (where customer like 'mail-%') as by_mail,
               count(*) filter (where customer like 'phone-%') as by_phone,
               count(*) filter (where customer like 'name-%') as by_name
          from (select distinct customer from staging_customer where customer ~ '^(mail|phone|name)-[0-9a-f]{16}$') made) f
 where p.import_id = :import and p.type = 'customers'
