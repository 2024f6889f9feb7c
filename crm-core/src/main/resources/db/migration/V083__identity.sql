-- Which database this is, in all its backups too: the list of erasures beside it is known by it.
alter table firm add column identity uuid not null default gen_random_uuid();
