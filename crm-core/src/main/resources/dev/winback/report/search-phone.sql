-- What can only be a telephone number of six digits and more: by its last six digits in a row, in what was typed where that says
-- something else, and in names that could hold one (32 ms by trigrams of all numbers at a million customers, most of which share them). A pattern in
-- a select of its own is not looked into when a plan is made: else each word gets a plan of its own, which takes ten times what it finds in.
/*known*/
union all
select n.id from customer n where has_digits(n.display_name) and lower(n.display_name) like (select cast(:q_part as text))
union all
select p.id from customer p
 where p.phone_e164 is not null and phone_runs(p.phone_e164) @> array[cast(:q_run as text)] and position(:q_digits in p.phone_e164) > 0
union all
select d.id from customer d
 where phone_differs(d.phone, d.phone_e164) and regexp_replace(d.phone, '\D', '', 'g') like (select cast(:q_phone as text))
