-- What is typed on the card of a good customer is kept while it is typed, as on the card of a call; and a call that found nobody moves the
-- day, so that taking it back needs the day before it, one for each attempt.
alter table good_contact
  add column note text,
  add column due_before date[] not null default '{}';

-- What a call was before a manager ordered it for a day, what he ordered and by which job: within
-- that, it is so again when he takes the job back.
alter table task add column before_order jsonb;
