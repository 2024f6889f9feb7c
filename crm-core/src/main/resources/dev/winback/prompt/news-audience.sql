-- Whether published news w are for customer p, whose category is k.
p.status = 'active' and sendable(p.email)
and case w.audience
      when 'vip' then k.vip
      when 'good' then k.priority_group <= 2
      else exists (select from purchase q where q.customer_id = p.id and q.counting)
    end
and case w.audience
      when 'active' then not exists (select from lapse l
                                      where l.customer_id = p.id and l.stage in (/*open stages*/))
                         -- whom we let go does not stay either; what changes soon he has to know
                         and (w.rung = /*rung RULES*/
                              or not exists (select from let_go(:zone) g (customer_id) where g.customer_id = p.id))
      when 'inactive' then exists (select from lapse l
                                    where l.customer_id = p.id and l.stage in (/*open stages*/))
      else true
    end
