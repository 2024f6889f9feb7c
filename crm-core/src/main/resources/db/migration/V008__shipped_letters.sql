-- What a letter may say about a customer, one row for each lapse; the sender's claim and the preview read it.
create view addressee as
select l.id as lapse_id, l.customer_id, c.ref, c.display_name, c.email, c.language, c.time_zone,
       c.first_name, c.last_name, nullif(c.name, '') as name, nullif(c.company, '') as company,
       p.purchased_at as last_purchase_at, p.items as goods, l.silent_since,
       m.name as responsible, m.email as responsible_email
  from lapse l
  join customer c on c.id = l.customer_id
  left join member m on m.id = coalesce(l.assignee, c.owner_id) and m.active
  left join lateral (
    select q.purchased_at, q.items
      from purchase q
     where q.customer_id = l.customer_id and q.counting
     order by q.purchased_at desc, q.id desc
     limit 1) p on true;

-- Ten characters of Crockford's alphabet, 50 random bits; byte 6 of a version 4 UUID is not random.
create function coupon_code() returns text
  language sql volatile
as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(r.bytes, b.nr) % 32 + 1, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) r,
         unnest(array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) as b(nr)
$$;

insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url, signature, fallbacks)
values
(1, 1,
 'We miss you',
 'A small thank you waits for you: {{percent}} % on your next order',
 'Dear {{first_name}} {{last_name}},',
 'Good day,',
 E'your last order with us was on **{{last_purchase_day}}**: {{last_purchase_goods}}. Since then we have heard nothing from you, and we miss you.\n\nWas something not as it should be? Just answer this letter: I read every reply myself.\n\nSo that coming back is easy, we have put **{{percent}} %** aside for your next order. Your personal code is **{{coupon}}**, valid until {{valid_until}}.',
 'Use my {{percent}} %',
 '',
 E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "last_purchase_goods": "goods you had chosen with us", "responsible": "Your customer care"}'),
(2, 1,
 'Give us one more chance',
 '{{percent}} % for you, and an open ear',
 'Dear {{first_name}} {{last_name}},',
 'Good day,',
 E'half a year ago, on **{{last_purchase_day}}**, you ordered from us for the last time. I would like to understand why, and to do better.\n\nTell me in one line what kept you away; your answer comes straight to me.\n\nWith your personal code **{{coupon}}** you get **{{percent}} %** off your next order, until {{valid_until}}.\n\n- the same people look after you\n- everything you ordered before is still on file\n- one answer to this letter is enough if you want advice',
 'Take {{percent}} % off',
 '',
 E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}'),
(3, 1,
 'Is this really the end?',
 'Our best offer, {{percent}} %, until {{valid_until}}',
 'Dear {{first_name}} {{last_name}},',
 'Good day,',
 E'it has been {{silent_days}} days since your last order on **{{last_purchase_day}}**. Before we stop asking, I want to ask once more, personally: is this really the end?\n\nIf something went wrong, answer this letter and tell me. I will see to it.\n\nIf you would like to try again: **{{percent}} %** off your next order with the code **{{coupon}}**, valid until {{valid_until}}. It is the best we can do.',
 'Come back with {{percent}} %',
 '',
 E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}'),
(0, 1,
 'We are sorry',
 'You came back to us once, and we lost you again',
 'Dear {{first_name}} {{last_name}},',
 'Good day,',
 E'you gave us a second chance, and we did not deserve it: since **{{last_purchase_day}}** you have not ordered again.\n\nI am sorry. This is the only letter of this kind that we will ever write to you, and there is no advertising in it. If you tell me what happened, I will answer you personally.\n\nShould you ever want to come back, the code **{{coupon}}** takes **{{percent}} %** off, until {{valid_until}}.',
 'Come back with {{percent}} %',
 '',
 E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}');

-- off: nothing leaves before marketing says so; the letter of repentance waits for a person (rules.md)
insert into rung (number, days, percent, mode, coupon_days, template_id)
select t.rung, s.days, s.percent, s.mode, s.coupon_days, t.id
  from template t
  join (values (0, null, 20, 'review', 60), (1, 90, 10, 'off', 30), (2, 180, 15, 'off', 30), (3, 360, 20, 'off', 30))
    as s(number, days, percent, mode, coupon_days) on s.number = t.rung;
