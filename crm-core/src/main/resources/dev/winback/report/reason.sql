-- Which customers c may have lost us for a reason, where all of them are wanted; of the latest loss alone, which is asked beside.
c.id = any (array(select x.customer_id from lapse x where x.known_reason = :reason))
