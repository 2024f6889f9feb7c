copy {fact} (customer_id, id, origin_id, import_id, source, external_id, told_at, {columns}) from stdin (format binary)
