copy staging_{fact} (line, customer, source, external_id, told_at, given, {columns}) from stdin (format binary)
