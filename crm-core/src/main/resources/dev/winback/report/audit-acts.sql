-- Each act that has happened, once: from one to the next by the index of acts, so that millions of entries cost a step for each act.
with recursive act as (
  (select action from audit order by action limit 1)
  union all
  select (select a.action from audit a where a.action > act.action order by a.action limit 1) from act where act.action is not null
)
select action from act where action is not null
