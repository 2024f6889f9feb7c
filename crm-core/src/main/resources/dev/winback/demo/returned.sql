-- Who came back, and whose former volume was back by this day: they are asked what may be told of them.
select l.id from lapse l where l.stage = 'RESTORED' and l.restored_on <= :day order by l.value_year desc, l.id limit :most
