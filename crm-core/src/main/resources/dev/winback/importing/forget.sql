-- The person is erased: the rejected rows that were his, by one of his numbers in the file's column of customers (whatever
-- it is called there), or by his or his people's e-mail or phone in any column, those of before a correction too, lose their cells; that a row was
-- rejected stays. A record that was merged into his is he.
-- Whoever asks is told of the same rows: privacy/tables.tsv.
with part as (
  select id from customer where id = :customer or merged_into = :customer
), known as (
  select c.ref, c.email, c.phone, c.phone_e164 from customer c join part on part.id = c.id
), kin as (
  select p.email, p.phone, p.phone_e164 from person p join part on part.id = p.customer_id
), former as (
  select h.was ->> 'email' as email, h.was ->> 'phone' as phone, h.was ->> 'phone_e164' as phone_e164
  from customer_history h join part on part.id = h.customer_id
), alias as (
  select a.number from customer_alias a join part on part.id = a.customer_id
), number as (
  select ref as word from known
  union
  select number from alias
  union
  select regexp_replace(number, '^(shopify|woo|magento)-', '') from alias
), word as (
  select lower(w.word) as word
  from (select email, phone from known union all select email, phone from kin union all select email, phone from former) a
 cross join lateral (values (a.email), (a.phone)) w (word)
), dialled as (
  select substr(d.phone_e164, 2) as word
  from (select phone_e164 from known union all select phone_e164 from kin union all select phone_e164 from former) d
  where d.phone_e164 is not null
)
update import_error e
   set cells = '[]', figures = '[]', column_name = 'customer', code = 'erased'
  from import_run i
 where i.id = e.import_id
   and (exists (select from jsonb_array_elements_text(i.header) with ordinality as h (name, n)
                 where lower(btrim(h.name)) in ('customer', 'customer id', 'customer_id', 'customer_user',
                                                lower(btrim(coalesce(i.understood -> 'columns' ->> 'customer',
                                                                     i.mapping -> 'columns' ->> 'customer'))))
                   and btrim(e.cells ->> (h.n - 1)::int, ' ''') in (select word from number))
        or exists (select from jsonb_array_elements_text(e.cells) as cell (text)
                    where lower(btrim(cell.text, ' ''')) in (select word from word where word <> '')
                       or regexp_replace(cell.text, '\D|^00', '', 'g') in (select word from dialled)))
