-- The reps by name with the newest of their limits; there are as many as people in the firm.
select m.id as member, m.login, m.name, a.most_percent as percent, a.most_money as money, a.month_money as month
  from member m
  left join lateral (
    select o.most_percent, o.most_money, o.month_money
      from offer_authority o where o.member_id = m.id order by o.id desc limit 1) a on true
 where m.role = 'REP' and m.active
 order by m.name, m.id
