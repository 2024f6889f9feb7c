-- The rows of the file behind the facts of one slice, or of all: new ones and changed ones.
select coalesce(sum(created), 0) as created, coalesce(sum(changed), 0) as changed, 0 as same
from slice_{fact}
where :slice::int is null or slice = :slice
