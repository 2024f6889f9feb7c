-- The person is erased: the rejected rows that were his, by his number in the file's column of customers, or by his
-- e-mail or phone in any column, lose their cells; that a row was rejected stays.
update import_error e
   set cells = '[]', figures = '[]', column_name = 'customer', code = 'erased'
  from import_run i, customer c
 where i.id = e.import_id
   and c.id = :customer
   and (exists (select from jsonb_array_elements_text(i.header) with ordinality as h (name, n)
                 where lower(btrim(h.name)) = 'customer' and btrim(e.cells ->> (h.n - 1)::int) = c.ref)
        or exists (select from jsonb_array_elements_text(e.cells) as cell (text)
                    where lower(btrim(cell.text)) in (lower(c.email), lower(c.phone))))
