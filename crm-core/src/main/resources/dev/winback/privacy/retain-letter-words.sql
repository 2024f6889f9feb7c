-- The words of letters that ended before a moment, and the address: also in the built-in mailbox. The hash of the address stays for the
-- rules of one mailbox, as after an erasure; a letter in doubt waits for a person, and keeps what he needs.
with old as (
  select id from letter
  where coalesce(sent_at, ended_at) < :before and state in ('SENT', 'FAILED', 'SUPPRESSED')
    and (address is not null or subject is not null or words is not null or html is not null or text is not null)
  order by id limit :batch
), box as (
  delete from mailbox_letter where letter_id in (select id from old)
)
update letter
set address = null, subject = null, words = null, html = null, text = null, smtp_reply = null, version = version + 1
where id in (select id from old)
