-- The demo firm as it signs its letters, before the first of them is let go. It counts as completely loaded when it is set up.
update firm
   set demo = true, name = 'Kessel & Korn', postal_address = 'Hafenstraße 12, 50667 Köln, Germany', phone = '+49 221 5550',
       email = 'hello@example.org', website = 'https://example.org', set_up = false
