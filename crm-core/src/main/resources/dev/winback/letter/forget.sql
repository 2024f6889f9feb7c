-- The person is erased: that a letter was sent, when and with which offer stays; to which address and with which words
-- goes, in the built-in mailbox too. The hash of the address stays for the rules of one mailbox.
with box as (
  delete from mailbox_letter m using letter l where l.id = m.letter_id and l.customer_id = :customer
)
, trial as (
  -- a trial whose last mailbox goes stays a trial: of a mailbox that nobody can have
  update sending s
     set trial = coalesce(nullif(array(select t from unnest(s.trial) t where t <> all (gone.addresses)), '{}'),
                          array['@nobody.invalid']),
         version = s.version + 1
    from (select array_agg(lower(btrim(a.email))) as addresses
            from (select email from customer where id = :customer or merged_into = :customer
                  union all
                  select h.was ->> 'email' from customer_history h join customer c on c.id = h.customer_id
                   where c.id = :customer or c.merged_into = :customer) a
           where a.email is not null) gone
   where gone.addresses && s.trial
)
, agreed as (
  update confirmation set subject = '', body = '' where customer_id = :customer
)
, tests as (
  delete from test_letter t using lapse l where l.id = t.lapse_id and l.customer_id = :customer
)
update letter
   set address = null, subject = null, words = null, html = null, text = null, smtp_reply = null, resend_reason = null,
       basis = null, consent_at = null,
       version = version + 1
 where customer_id = :customer
