-- What became of the offers that were given. The where is that of the list, so that each number opens as many rows.
select k.key, k.name, count(*) as given, count(*) filter (where k.stands in ('accepted', 'used')) as taken,
       count(*) filter (where k.stands = 'declined') as declined, count(*) filter (where k.stands = 'used') as returned,
       coalesce(sum(k.cost) filter (where k.stands = 'used'), 0) as cost
  from (select case :by when 'kind' then g.kind when 'reason' then coalesce(g.known_reason, 'unknown') else asker.login end as key,
               case when :by = 'member' then asker.name end as name, g.stands, g.cost
        /*where*/
          and g.stands in ('given', 'accepted', 'declined', 'expired', 'used')) k
 group by k.key, k.name
 order by given desc, k.key
