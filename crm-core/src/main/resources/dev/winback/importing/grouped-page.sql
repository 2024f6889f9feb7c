-- One page of rows, those of a fact together.
select first_line, line, cells
from sorted_line
where page = :page
order by first_line, line
