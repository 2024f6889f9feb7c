-- The files of letters, the newest first and 200 at most, or one of them (:id), a removed one too; with the rungs whose
-- letters have it in words that leave or may leave: in use, of a language, or of news that were not withdrawn. Every opening of an
-- editor asks: the words are read once for all files.
with used as (
  select found[1] as name, array_agg(distinct t.rung order by t.rung) as rungs
    from template t
   cross join lateral regexp_matches(t.body, '\]\((?:picture|file):([a-z0-9][a-z0-9-]{0,59})\)', 'g') found
   where t.id in (select template_id from rung)
      or t.id in (select template_id from rung_variant)
      or t.id in (select template_id from news where withdrawn_at is null)
   group by found[1])
select f.id, f.name, f.words, f.kind, f.width, f.height, length(f.content) as size, f.address,
       f.removed_at is not null as removed, coalesce(u.rungs, '{}') as rungs
  from letter_file f
  left join used u on u.name = f.name
 where case when :id::bigint is null then f.removed_at is null else f.id = :id end
 order by f.id desc
 limit 200
