-- Which customers c are to be watched, where all of them are wanted: no loss ever, and a sign to watch; as "standing" says it of each. Whoever
-- has a loss is left out before any customer is looked up.
c.id = any (array(select w.customer_id from signal w
                   where w.lost_from is null and w.kind <> 'stale-contact'
                     and not exists (select from lapse x where x.customer_id = w.customer_id)))
