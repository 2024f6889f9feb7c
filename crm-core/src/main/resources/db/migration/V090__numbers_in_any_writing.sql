-- A telephone number was looked for in three indexes: among the numbers, among what was typed otherwise and among names with digits, the last two by
-- ten trigrams of the word each (18 of the 40 buffers of a search). All three are digits, of which whoever is looked for has six in a row: one
-- index has the runs of them, so that a word is one look-up.
create function digit_runs(words text) returns text[] immutable parallel safe language sql return
  array(select substr(d.only, n, 6)
          from (select regexp_replace(words, '\D', '', 'g') as only) d, generate_series(1, length(d.only) - 5) n);
-- Of the number, of what was typed where that says something else, and of the name; null for whoever has none of them.
create function number_runs(phone text, e164 text, name text) returns text[] immutable parallel safe language sql return
  nullif(case when e164 is null then '{}' else phone_runs(e164) end
         || case when phone_differs(phone, e164) then digit_runs(phone) else '{}' end
         || case when has_digits(name) then digit_runs(name) else '{}' end, '{}');
drop index customer_phone_runs, customer_name_digits;
create index customer_number_runs on customer using gin (number_runs(phone, phone_e164, display_name));
analyze customer;
