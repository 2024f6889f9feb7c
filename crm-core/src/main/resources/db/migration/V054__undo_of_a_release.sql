-- Letters that a person let go by one press: a number for each press, so that its undo finds them and no others.
create sequence letter_release;
alter table letter add column release_id bigint;
create index letter_released on letter (release_id) where release_id is not null;
