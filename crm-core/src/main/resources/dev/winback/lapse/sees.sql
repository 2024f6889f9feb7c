-- Whether the member may see the customer; a statement of its own only because the predicate is shared with lists.
select exists (select 1 from customer c where c.id = :customer and /*visible*/)
