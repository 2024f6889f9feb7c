-- Who of the due customers gets the letter and who does not, because; reads only. Follows judged.sql and what it is shown with.
select j.lapse_id, j.ref, j.display_name, j.reason
  from shown j
 where j.lapse_id > :after
   and (:because::text is null or j.reason = :because)
   and case :part when 'gets' then j.reason is null when 'does-not' then j.reason is not null else true end
 order by j.lapse_id
 limit :limit
