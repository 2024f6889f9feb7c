{fact} f on f.external_id = s.external_id and f.source = s.source
