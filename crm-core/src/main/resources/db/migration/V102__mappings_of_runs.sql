-- What the columns of the file were taken for, said by a person or remembered; the null of JSON: they are known. Beside what was
-- said (mapping), because a file that is loaded once more is read by what is remembered then.
alter table import_run add column understood jsonb;
