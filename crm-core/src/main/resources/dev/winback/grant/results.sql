-- The firm's own results by kind: given, taken, came back.
select kind, count(*) as given, count(*) filter (where state in ('accepted', 'used')) as taken,
       count(*) filter (where state = 'used') as returned
  from (select g.kind, /*state*/ as state
          from offer_grant g
          join lapse l on l.id = g.lapse_id
          join lapse t on t.id = coalesce(l.merged_with, l.id)
         where g.given_at is not null and g.state <> 'withdrawn') given
 group by kind
