-- In which language the program's own words of a letter stand (the way out, days) where its words are everybody's, and the pages behind its
-- links speak (decision 920).
alter table firm add column letter_language text not null default 'en' check (letter_language ~ '^[a-z]{2}$');
