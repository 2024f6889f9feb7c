-- Once news :id were withdrawn or go on: those with the same words that still run go through their readers again, because whom another
-- publication had taken over, and told nothing before it was withdrawn, is theirs.
update news n
   set reached = 0, done_at = null
  from news o
 where o.id = :id and n.template_id = o.template_id and n.withdrawn_at is null
   and exists (select from news w where w.template_id = n.template_id and w.id <> n.id and w.withdrawn_at is not null)
