-- The person is erased: the rejected rows that were his, by one of his numbers in the file's column of customers (whatever
-- it is called there), or by his or his people's e-mail or phone in any column, lose their cells; that a row was rejected stays.
-- Whoever asks is told of the same rows: privacy/tables.tsv.
with number as (
  select ref as word from customer where id = :customer
  union
  select number from customer_alias where customer_id = :customer
  union
  select regexp_replace(number, '^(shopify|woo|magento)-', '') from customer_alias where customer_id = :customer
), word as (
  select lower(email) as word from customer where id = :customer
  union select lower(phone) from customer where id = :customer
  union select lower(email) from person where customer_id = :customer
  union select lower(phone) from person where customer_id = :customer
), dialled as (
  select substr(phone_e164, 2) as word from customer where id = :customer and phone_e164 is not null
  union select substr(phone_e164, 2) from person where customer_id = :customer and phone_e164 is not null
)
update import_error e
   set cells = '[]', figures = '[]', column_name = 'customer', code = 'erased'
  from import_run i
 where i.id = e.import_id
   and (exists (select from jsonb_array_elements_text(i.header) with ordinality as h (name, n)
                 where lower(btrim(h.name)) in ('customer', 'customer id', 'customer_id', 'customer_user',
                                                lower(btrim(i.understood -> 'columns' ->> 'customer')))
                   and btrim(e.cells ->> (h.n - 1)::int, ' ''') in (select word from number))
        or exists (select from jsonb_array_elements_text(e.cells) as cell (text)
                    where lower(btrim(cell.text, ' ''')) in (select word from word where word <> '')
                       or regexp_replace(cell.text, '\D|^00', '', 'g') in (select word from dialled)))
