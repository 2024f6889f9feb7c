-- What a customer c of the list is looked up in; each finds one row or none (Pieces). He is a row of the list already, but where words are
-- looked for: then he is a customer, and "shown" is his row.
-- join owner
/*owner*/
-- end
-- join k
left join customer_category k on k.customer_id = c.id
-- end
-- join shown
join customer_row shown on shown.id = c.id
-- end
