-- What can only be an e-mail address: also in a name, and names with the sign are few.
/*known*/
union all
select n.id from customer n where position('@' in n.display_name) > 0 and position(:q in lower(n.display_name)) > 0
