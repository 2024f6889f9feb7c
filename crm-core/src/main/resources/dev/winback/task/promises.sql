-- Promises by their day, those of the whole day before those of an hour; what is over is read from its end.
select p.task, p.kind, p.state, p.ref, p.customer, p.what, p.due_on, p.due_at, p.login, p.member, p.done_at, p.lapse, p.weight, p.currency
  from (/*promise*/) p
 where (:login::text is null or p.login = :login)
   and case :state when 'open' then p.state in ('open', 'due') and p.waiting
                   when 'all' then true
                   else p.state = :state end
   and (:after_task::bigint is null
        or :state = 'open' and (p.due_on, coalesce(p.due_at, 'epoch'), p.task) > (:after_day::date, :after_at::timestamptz, :after_task::bigint)
        or :state <> 'open' and (p.due_on, coalesce(p.due_at, 'epoch'), p.task) < (:after_day::date, :after_at::timestamptz, :after_task::bigint))
 order by case when :state = 'open' then p.due_on end, case when :state <> 'open' then p.due_on end desc,
          case when :state = 'open' then coalesce(p.due_at, 'epoch') end, case when :state <> 'open' then coalesce(p.due_at, 'epoch') end desc,
          case when :state = 'open' then p.task end, p.task desc
 limit :limit
