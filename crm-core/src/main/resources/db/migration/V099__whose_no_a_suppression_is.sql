-- The run by which a file said no: taken back, it takes that with it.
alter table suppression add import_id bigint;
create index suppression_import on suppression (import_id) where import_id is not null and lifted_at is null;
