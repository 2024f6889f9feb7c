-- The demo firm as it signs its letters; from here on it counts as completely loaded.
update firm
   set name = 'Kessel & Korn', postal_address = 'Hafenstraße 12, 50667 Köln, Germany', phone = '+49 221 5550',
       email = 'hello@example.org', website = 'https://example.org', set_up = true
