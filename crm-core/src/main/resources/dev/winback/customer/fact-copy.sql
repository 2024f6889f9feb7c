copy staging_{fact} (line, customer, given, source, external_id, told_at, {columns}) from stdin (format binary)
