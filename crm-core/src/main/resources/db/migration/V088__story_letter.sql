-- LET-20: the story of an improvement with places for a picture and for the figures of somebody of the same trade. Only
-- where nobody has written other words and nobody was written to with these.
update template t
   set subject = 'What we changed, and what it brought',
       preheader = 'The whole story, with figures of your trade',
       body = E'customers told us what was not good enough: [[Write here what it was, in one sentence.]]\n\n**This is what we did about it:** [[Write here what was changed, step by step, and put a picture of it below.]]\n\n**What it has brought** somebody of your trade:\n\n- before: [[his figure]]\n- today: [[the same figure]]\n- in his own words, with his consent: [[one sentence]]\n\nWould it help you too? Answer this letter: I will show it to you myself.',
       button_text = 'See how it works',
       asks_reply = true
 where t.rung = -14 and t.version = 1 and t.created_by is null
   and exists (select from rung r where r.number = -14 and r.template_id = t.id)
   and not exists (select from news n where n.template_id = t.id)
   and not exists (select from letter e where e.rung = -14);
