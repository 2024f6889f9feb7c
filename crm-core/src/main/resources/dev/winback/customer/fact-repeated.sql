-- Own ids that a batch tells more than once, with the last of their lines. Nearly always there are none: then sorting eight
-- bytes a row says so, and nothing has to group or sort the rows by their texts (three times the cost).
insert into repeated_{fact} (source, external_id, rows, last_line)
select source, external_id, count(*), max(line)
from staging_{fact}
where (select count(*) <> count(distinct hashtextextended(external_id, hashtext(source))) from staging_{fact})
group by source, external_id
having count(*) > 1
