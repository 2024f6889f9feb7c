-- The dearest losses that were open on a day; some of them came back since.
select l.id
  from lapse l
 where l.opened_on <= :day and coalesce(l.returned_on, l.closed_on, '9999-12-31') > :day
   and l.stage not in ('FALSE_ALARM', 'MERGED')
 order by l.value_year desc, l.id
 limit :most
