-- Rejected rows in the order of the file, after a line and its row: of one column, for one reason, or without those of one reason. "" is no
-- column; no limit: all of them.
select id, line, column_name, code, figures, cells
from import_error
where import_id = :id
  and (:column::text is null or coalesce(column_name, '') = :column)
  and (:code::text is null or code = :code)
  and (:without::text is null or code <> :without)
  and (:line::bigint is null or (line, id) > (:line, :row))
order by line, id
limit :limit
