-- The files of letters, the newest first, or one of them (:id), a removed one too; with the rungs whose letters have it in
-- words that leave or may leave: in use, of a language, or of news that were not withdrawn.
select f.id, f.name, f.words, f.kind, f.width, f.height, length(f.content) as size, f.address,
       f.removed_at is not null as removed,
       array (select distinct t.rung
                from template t
               where (position('](picture:' || f.name || ')' in t.body) > 0
                      or position('](file:' || f.name || ')' in t.body) > 0)
                 and (t.id in (select template_id from rung)
                      or t.id in (select template_id from rung_variant)
                      or t.id in (select template_id from news where withdrawn_at is null))
               order by t.rung) as rungs
  from letter_file f
 where case when :id::bigint is null then f.removed_at is null else f.id = :id end
 order by f.id desc
