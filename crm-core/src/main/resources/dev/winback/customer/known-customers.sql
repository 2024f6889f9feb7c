-- Every customer by his own number; who is part of another one is asked for in the database.
copy (select ref, id from customer where merged_into is null order by id) to stdout (format binary)
