-- Customers who are new or of whom a batch tells something else than is stored; what a row does not say stays. Rows with a
-- time of their own are folded field by field, the newest first, whatever the order in which they come: an older one
-- fills blanks. A row without a time tells what is so now. One anti-join for the whole batch. An opt-out that the person
-- gave himself is not lifted by a file, and no file makes a status less careful. Of a no to letters that has a time and a yes
-- that has none the no counts, in whichever order they come: nobody knows how old the list is; a yes that says when it was
-- given counts by that. That he has left is then said by the file too, not by a contact alone (left_told).
insert into pending_customer
with told as (
  select n.ref, n.customer_id, n.rank, s.*, coalesce(s.told_at, 'infinity') as told
  from staging_customer s
  join number_customer n on n.number = s.customer
  where not exists (select from refused_customer r where r.line = s.line)
),
shared as (
  select ref, min(customer_id) as customer_id, bit_or(given) as given, max(told) as told, {folded},
         (array_agg(phone_e164 order by {order}, phone desc) filter (where given & {phone} <> 0))[1] as phone_e164,
         false as phone_sure
  from (
    select *,
           -- as of two files: a list that nobody knows the age of opens no mailbox that a later word has closed
           email_consent and told = 'infinity'
           and coalesce(consent_at, '-infinity') <= max(told) filter (where email_consent is false and told < 'infinity')
                                                      over (partition by ref) as outdone
    from told
    where ref in (select ref from told group by ref having count(*) > 1)
  ) repeated
  group by ref
),
report as (
  select * from shared
  union all
  select ref, customer_id, given, told, {singles}, phone_e164, phone_sure
  from told
  where not exists (select from shared s where s.ref = told.ref)
),
word as (
  select t.ref, jsonb_object_agg(w.key, w.value order by t.told, t.line) as attributes
  from told t, jsonb_each(t.attributes) w
  group by t.ref
),
number as (
  select ref, jsonb_agg(distinct jsonb_build_array(source, number)) as aliases
  from (
    select n.ref, '' as source, n.number from number_customer n join report r on r.ref = n.ref where n.number <> n.ref
    union
    select r.ref, '', c.ref from report r join customer c on c.id = r.customer_id where c.ref <> r.ref
    union
    select t.ref, a.alias ->> 0, a.alias ->> 1
    from told t, jsonb_array_elements(t.aliases) as a (alias)
    where a.alias ->> 1 <> t.ref
  ) n
  where not exists (select from customer_alias a where a.source = n.source and a.number = n.number)
  group by ref
),
filled as (
  select c.id is not null as known, s.ref, c.id, nullif(c.ref, s.ref) as was_ref, {filled},
         array[{told}]::timestamptz[] as told, s.told as told_row, s.given,
         case when c.told_at is null or s.told >= c.told_at
              then coalesce(c.attributes, '{}') || coalesce(w.attributes, '{}')
              else coalesce(w.attributes, '{}') || coalesce(c.attributes, '{}') end as attributes,
         s.given & {status} <> 0 and s.status = 'left' and c.left_told as says_left,
         s.phone as phone_said, s.phone_e164, s.phone_sure, coalesce(n.aliases, '[]') as aliases
  from report s
  left join customer c on c.id = s.customer_id
  left join word w on w.ref = s.ref
  left join number n on n.ref = s.ref
  cross join lateral (
    select not :hand and c.email_consent is false and s.given & {consent} <> 0
           and (s.told_email_consent = 'infinity' and coalesce(s.consent_at, '-infinity') <= c.told[{consent no}]
                or s.email_consent
                   and exists (select from suppression p
                                where p.address_hash = address_hash(c.email) and p.lifted_at is null
                                  and p.reason in ('unsubscribed', 'objection', 'complaint', 'by_hand'))) as stays_no,
           c.email_consent and c.told[{consent no}] is null and s.email_consent is false and s.told_email_consent < 'infinity'
           and coalesce(c.consent_at, '-infinity') < s.told_email_consent as late_no
  ) o
),
compared as (
  select f.*,
         not known or f.was_ref is not null or f.aliases <> '[]' or coalesce(f.says_left, false)
         or ({f.columns}, f.attributes) is distinct from ({c.columns}, c.attributes) as differs,
         f.email_consent is false and c.email_consent is not false
         or coalesce(f.status = 'never_contact' and c.status is distinct from 'never_contact', false) as says_no,
         f.email_consent and c.email_consent is not true as says_yes, coalesce(f.says_left, false) as leaves,
         f.phone is not null and f.country is not null and f.phone !~ '^\s*([+＋]|00[1-9])'
         and (f.phone is distinct from c.phone or f.country is distinct from c.country)
         and not (f.phone_sure and f.given & {phone} <> 0 and f.phone is not distinct from f.phone_said) as phone_reread,
         case when f.phone is not distinct from c.phone and f.country is not distinct from c.country then c.phone_e164
              when f.given & {phone} <> 0 and f.phone is not distinct from f.phone_said then f.phone_e164
              else c.phone_e164 end as e164,
         c.told_at as was_told_at, c.told as was_told
  from filled f
  left join customer c on c.id = f.id
)
select (row_number() over (order by ref) - 1) / :size, known, ref, id, was_ref, differs, says_no, coalesce(says_yes, false), leaves,
       phone_reread, case when phone is not null then e164 end, aliases, attributes,
       case when told_row = 'infinity' then :now::timestamptz else was_told_at end,
       case when array_remove(told, null) = '{}' then '{}' else told end, {columns}
from compared
where differs or (told_row < 'infinity' and told is distinct from was_told and array_remove(told, null) <> '{}')
order by ref
