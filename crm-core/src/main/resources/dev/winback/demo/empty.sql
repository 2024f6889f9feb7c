-- A database that nobody has used: the demo firm goes into no other.
select not exists (select 1 from customer) and not exists (select 1 from member)
