-- So many keys in a row, the first of them; nobody else takes one while the table is locked.
select setval(pg_get_serial_sequence('{fact}', 'id'), nextval(pg_get_serial_sequence('{fact}', 'id')) + :rows) - :rows
