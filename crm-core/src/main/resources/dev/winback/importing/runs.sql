-- Imports, newest first: one of them, or those before a key.
select i.*, m.name as member,
       extract(epoch from coalesce(i.finished_at, clock_timestamp()) - i.started_at)::float8 as seconds
from import_run i
left join member m on m.id = i.member_id
where (:id::bigint is null or i.id = :id)
  and (:before::bigint is null or i.id < :before)
order by i.id desc
limit :limit
