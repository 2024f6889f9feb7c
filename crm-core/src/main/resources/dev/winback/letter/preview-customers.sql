-- Customers to try a letter on, the ugliest first: a letter that survives them survives everybody.
(select 'no-name' as kind, ref, display_name from addressee where first_name is null or last_name is null
  order by length(display_name) desc, lapse_id limit 2)
union all
(select 'longest-company', ref, display_name from addressee where company is not null order by length(company) desc, lapse_id limit 1)
union all
(select 'longest-name', ref, display_name from addressee order by length(display_name) desc, lapse_id limit 2)
union all
(select 'capitals', ref, display_name from addressee
  where display_name = upper(display_name) and display_name <> lower(display_name) and display_name ~ '[[:alpha:]]{3}'
  order by lapse_id limit 2)
union all
(select 'other-script', ref, display_name from addressee
  where display_name ~ '[^[:ascii:]]' order by lapse_id limit 2)
union all
(select 'longest-goods', ref, display_name from addressee
  where goods is not null order by length(goods) desc, lapse_id limit 1)
union all
(select 'typical', ref, display_name from addressee
  where first_name is not null and last_name is not null order by lapse_id desc limit 3)
