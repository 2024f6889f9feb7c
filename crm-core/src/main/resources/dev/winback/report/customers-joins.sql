-- What a customer c of the list is looked up in; each finds one row or none (Pieces). He is a row of the list already, but where words are
-- looked for: then he is a customer, and "shown" is his row.
-- join owner
/*owner*/
-- end
-- join shown
join customer_row shown on shown.id = c.id
-- end
