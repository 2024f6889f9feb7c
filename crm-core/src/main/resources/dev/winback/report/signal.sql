-- Which customers c have a signal, where all of them are wanted.
exists (select from signal f where f.customer_id = c.id and f.kind = :signal)
