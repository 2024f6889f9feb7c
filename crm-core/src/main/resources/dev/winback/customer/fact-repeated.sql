-- Own ids that a batch tells more than once, with the last of their lines. One pass for the whole batch; what follows
-- joins only these, which are few.
insert into repeated_{fact} (source, external_id, rows, last_line)
select source, external_id, count(*), max(line)
from staging_{fact}
group by source, external_id
having count(*) > 1
