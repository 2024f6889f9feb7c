-- How many other letters came back in 30 days because this mailbox was full.
select count(distinct a.letter_id)
  from arrival a
  join letter l on l.id = a.letter_id
 where l.address_hash = address_hash(:address)
   and l.id <> :letter
   and a.kind = 'bounce' and a.severity = 'full' and a.state = 'done'
   and a.came_at >= :since
