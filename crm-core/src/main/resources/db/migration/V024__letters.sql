-- One row for each lapse and rung, invitation, confirmation or prompt: the letter and its words.

-- One letter to one customer: planned, held, on its way, left.
create table letter (
  id              bigint generated always as identity primary key,
  lapse_id        bigint references lapse,
  customer_id     bigint not null references customer,
  rung            integer not null,
  state           text not null check (state in ('PLANNED', 'HELD', 'CLAIMED', 'ANNOUNCED', 'SENT', 'FAILED', 'IN_DOUBT', 'SUPPRESSED', 'CONTROL')),
  -- why a due letter does not leave (acceptance.md, the hold table)
  hold_reason     text,
  hold_until      timestamptz,
  percent         integer not null,
  template_id     bigint not null references template,
  due_on          date not null,
  -- a person let it go
  released_by     bigint references member,
  released_at     timestamptz,
  -- what was really sent
  address         text,
  address_hash    text,
  subject         text,
  html            text,
  text            text,
  -- fixed for the letter; one that a person sends again has the id of the first, so that a receiver can drop it
  message_id      text,
  -- the claim: which node until when, by the database clock
  node            text,
  lease_until     timestamptz,
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  planned_at      timestamptz not null default clock_timestamp(),
  claimed_at      timestamptz,
  announced_at    timestamptz,
  sent_at         timestamptz,
  ended_at        timestamptz,
  smtp_code       integer,
  smtp_reply      text,
  -- a person sent an in-doubt letter again: the first one, the person and the reason
  resend_of       bigint references letter,
  resend_by       bigint references member,
  resend_reason   text,
  version         bigint not null default 0,
  invitation_id   bigint references survey_invitation,
  -- the record it was written for before it was merged; a letter of a lapse goes with its lapse
  origin_id       bigint,
  confirmation_call bigint references confirmation,
  -- days of silence that the letter stood for when it was planned: no letter at or below it is planned after it (I2)
  height          integer,
  gives           text,
  -- worst case of its coupon; known where its rung has a budget
  cost            numeric(14, 2),
  -- the day on which a quota let it through
  let_on          date,
  -- which receiver the letter goes to; found at the first claim, again at each one that takes it
  mail_group      text,
  -- refused for good because of the mailbox, of its content, or it could not be written
  refusal         text check (refusal in ('mailbox', 'content', 'unwritten')),
  -- html and text stay empty then; without a foreign key, frames stay for ever
  frame_id        bigint,
  words           text,
  -- of the last announcement; the highest says up to where this database knows (a sequence itself runs ahead in its log)
  announcement    bigint,
  prompt_id       bigint references prompt,
  -- a number for each press by which a person let letters go, so that its undo finds them and no others
  release_id      bigint,
  -- the version in the customer's language that a letter was claimed with; null: that of everybody. A letter that comes back
  -- takes the one that its rung has by then.
  written_with    bigint references template,
  -- why it was allowed when it was announced (rules.md, "basis"): the consent and its moment, that he had bought and the firm wrote to such
  -- customers (soft opt-in), or that it confirmed what was agreed with him. Switch and consent may change later.
  basis           text check (basis in ('consent', 'soft-opt-in', 'agreed')),
  consent_at      timestamptz,
  constraint letter_of_something
    check ((invitation_id is null and confirmation_call is null and prompt_id is null) = (rung >= 0 or rung = -4)
           and (prompt_id is not null) = (rung <= -6)
           and (lapse_id is not null or invitation_id is not null or prompt_id is not null))
);
create unique index letter_message_id on letter (message_id) where resend_of is null;
create index letter_claimed on letter (lease_until) where state in ('CLAIMED', 'ANNOUNCED');
create index letter_state on letter (state, id);
create index letter_held on letter (hold_until) where state = 'HELD';
create index letter_customer on letter (customer_id, id);
-- who is asked is written to once
create unique index letter_invitation on letter (invitation_id) where invitation_id is not null and resend_of is null;
-- a rung at most once per lapse, whatever the code does
create unique index letter_once on letter (lapse_id, rung) where resend_of is null and rung >= 0;
create unique index letter_farewell on letter (lapse_id) where rung = -4 and resend_of is null;
create unique index letter_confirmation on letter (confirmation_call) where confirmation_call is not null and resend_of is null;
-- the last letter of a confirmation, the ones that were sent again among them
create index letter_confirmed on letter (confirmation_call, id) where confirmation_call is not null;
create index letter_hold_reason on letter (hold_reason, id) where state = 'HELD';
create index letter_rung on letter (rung, id);
create index letter_let_on on letter (let_on, rung) where let_on is not null;
create index letter_planned on letter (mail_group, next_attempt_at nulls first, id) where state = 'PLANNED';
-- what does not wait behind the ladder: confirmations of what was agreed, reminders of carts
create index letter_urgent on letter (mail_group, next_attempt_at nulls first, id) where state = 'PLANNED' and rung in (-5, -11, -12, -13);
-- One mailbox: a rung once in 60 days, the caps (letters.md). Its condition names no state: while few letters are on their way, a
-- plan made then would read this index from end to end for each announcement and each answer, and be kept.
create index letter_mailbox on letter (address_hash) where address_hash is not null;
-- the last of a rung, and how many went today
create index letter_ended on letter (rung, ended_at desc) where state in ('SENT', 'FAILED', 'IN_DOUBT');
create index letter_announcement on letter (announcement) where announcement is not null;
-- what left in the last 30 days, for the rates of each rung
create index letter_announced on letter (announced_at) where announced_at is not null;
create index letter_resent on letter (resend_of) where resend_of is not null;
create unique index letter_prompt on letter (prompt_id) where prompt_id is not null and resend_of is null;
create index letter_of_prompt on letter (prompt_id) where prompt_id is not null;
create index letter_prompted on letter (rung, id) where prompt_id is not null and state in ('PLANNED', 'HELD');
create index letter_prompt_barred on letter (id)
 where prompt_id is not null and state = 'HELD'
   and hold_reason in ('LAPSE_CLOSED', 'PURCHASED_SINCE', 'LOST_MEANWHILE', 'WITHDRAWN', 'MISSED');
-- what was written in a period, for the recovery funnel
create index letter_sent on letter (sent_at) include (lapse_id, state, id) where lapse_id is not null;
-- what was sent about one loss, for those that nobody has contacted: among all that were ever sent it took 8 s for a page at
-- 1.5 million letters
create index letter_of_lapse on letter (lapse_id, sent_at) where sent_at is not null;
create index letter_released on letter (release_id) where release_id is not null;
-- whose words are still there, the oldest first: a letter enters once, when it has ended, and leaves with its words
create index letter_worded on letter (coalesce(sent_at, ended_at), id)
  where state in ('SENT', 'FAILED', 'SUPPRESSED') and (words is not null or html is not null or text is not null);

-- What letters of one kind have in common; each keeps only its words (split by U+001F), which stand between the pieces. Kept whole,
-- ten kilobytes of which all but some hundred bytes were the same took a sixth of what a letter costs the database.
create table letter_frame (
  id          bigint generated always as identity primary key,
  -- of what stands in it
  key         text not null unique,
  html        text[] not null,
  -- the number of the word behind each piece but the last
  html_places integer[] not null,
  text        text[] not null,
  text_places integer[] not null
);

-- The words of a letter put between the pieces of its frame.
create function framed(pieces text[], places integer[], words text) returns text immutable parallel safe language sql return
  (select string_agg(p.piece || coalesce((string_to_array(words, E'\x1f'))[places[p.nr]], ''), '' order by p.nr)
     from unnest(pieces) with ordinality p(piece, nr));

-- What the reader of a letter got.
create view sent_words as
select e.id as letter_id, e.subject,
       case when e.words is null then e.html else framed(f.html, f.html_places, e.words) end as html,
       case when e.words is null then e.text else framed(f.text, f.text_places, e.words) end as text
  from letter e
  left join letter_frame f on f.id = e.frame_id;

-- Each announcement has a number; a node notes the last one beside itself. A database that is behind a node's note has lost
-- announcements (a backup was restored), and letters that are planned in it may have left already.
create sequence announcement;

-- The numbers of release_id.
create sequence letter_release;
