-- The words of letters that ended before a moment, also in the built-in mailbox. Subject and address stay: the way out of a letter works
-- for ever. Found by letter_worded, oldest first: the night looks at no more than it takes. A letter in doubt waits for a person, and keeps what he needs.
with old as (
  select id from letter
  where coalesce(sent_at, ended_at) < :before and state in ('SENT', 'FAILED', 'SUPPRESSED')
    and (words is not null or html is not null or text is not null)
  order by coalesce(sent_at, ended_at), id limit :batch
), box as (
  delete from mailbox_letter where letter_id in (select id from old)
)
update letter
set words = null, html = null, text = null, version = version + 1
where id in (select id from old)
