-- The signals that are stored of a slice of customers, those of the kinds that the fold looks for, to be compared byte by byte
-- as they pass. COPY takes no parameters: :customers and :kinds are replaced by numbers and by our own words.
copy (
  select customer_id, kind, since, lost_from, evidence
  from signal
  where :customers and kind = any (':kinds')
) to stdout (format binary)
