-- What the columns of the file were taken for, said by a person or remembered; the null of JSON: they are known. Beside what was
-- said (mapping), because a file that is loaded once more is read by what is remembered then.
alter table import_run add column understood jsonb;
-- Of what was remembered when an earlier run was read, what is remembered now; names of columns are one in any case.
update import_run r
   set understood = coalesce(r.mapping, (select m.mapping from import_mapping m
                                          where lower(m.header::text) = lower(r.header::text)
                                          order by m.changed_at desc limit 1));
