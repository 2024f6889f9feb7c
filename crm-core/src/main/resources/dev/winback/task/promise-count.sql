-- How many the list of promises has.
select count(*)
  from (/*promise*/) p
 where (:login::text is null or p.login = :login)
   and case :state when 'open' then p.state in ('open', 'due') and p.waiting
                   when 'all' then true
                   else p.state = :state end
