-- Imports, newest first: some of them by key, or those before a key, of a type, in a state, of a member. The money is told
-- in one currency only: the file's one, else the firm's.
select i.*, m.name as member, x.name as cancelled_by_name, t.name as taken_back_by_name,
       extract(epoch from coalesce(i.finished_at, clock_timestamp()) - i.started_at)::float8 as seconds,
       extract(epoch from clock_timestamp() - i.phase_at)::float8 as phase_seconds,
       money.currency, money.total as money_total
from import_run i
left join member m on m.id = i.member_id
left join member x on x.id = i.cancelled_by
left join member t on t.id = i.taken_back_by
left join lateral (
  select currency, sum(gross) as total
  from import_total s
  where s.import_id = i.id and s.type = i.type
    and (s.currency = :firm or not exists (select from import_total o
                                            where o.import_id = i.id and o.type = i.type
                                              and o.currency <> s.currency))
  group by currency) money on true
where (:ids::bigint[] is null or i.id = any (:ids))
  and (:before::bigint is null or i.id < :before)
  and (:type::text is null or i.type = :type)
  and (:state::text is null or i.state = :state)
  and (:login::text is null or m.login = :login)
order by i.id desc
limit :limit
