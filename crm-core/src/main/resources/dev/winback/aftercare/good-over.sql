-- Signs that somebody has asked about, or left out, and that are gone: should the same come anew, it rings anew.
update good_contact g
set mark = g.mark || ' ' || to_char(:day::date, 'YYYY-MM-DD')
where g.kind = 'sign' and g.state <> 'open' and g.mark not like '% %'
  and not exists (select from signal s where s.customer_id = g.customer_id and s.kind = g.mark)
