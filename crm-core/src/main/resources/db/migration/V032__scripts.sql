-- What is said on the telephone (CAL-09 to CAL-11, CAL-19, CAL-23 to CAL-26, CAL-37, CAL-39): parts of a call in their order,
-- questions, answers to objections, words to avoid, tips. The firm writes over the shipped words and can have them back.
create table script_text (
  id            bigint generated always as identity primary key,
  kind          text not null check (kind in ('part', 'question', 'objection', 'avoid', 'tip', 'advice')),
  -- of a part: which part of the call; else the key of a shipped text, or own
  code          text not null,
  -- said where this is the reason of the loss; null: whatever the reason is
  reason        text references reason (code),
  -- said in this kind of work (task.kind, or voicemail); null: in any call
  work          text,
  -- rigid: read out as it stands; flexible: meant, and said in one's own words; null: both
  style         text check (style in ('rigid', 'flexible')),
  title         text not null,
  words         text not null,
  position      integer not null,
  shipped_title text,
  shipped_words text,
  retired_at    timestamptz,
  version       bigint not null default 0
);
create unique index script_text_shipped on script_text (kind, code, coalesce(reason, ''), coalesce(work, ''), coalesce(style, ''))
  where shipped_words is not null;

-- What a text said before it was changed, and who changed it.
create table script_text_version (
  id         bigint generated always as identity primary key,
  text_id    bigint not null references script_text,
  title      text not null,
  words      text not null,
  member_id  bigint not null references member,
  changed_at timestamptz not null
);
create index script_text_version_text on script_text_version (text_id, id desc);

insert into script_text (kind, code, reason, work, style, title, words, position)
select kind, code, reason, work, style, title, words, row_number() over ()
  from (values
    -- the parts of a call: flexible
    ('part', 'opening', null, null, 'flexible', 'Greet', 'Good day, {name}. This is {rep} of {firm}.'),
    ('part', 'convenient', null, null, 'flexible', 'Is it convenient?', 'Do you have five minutes now? If not: I call you back, tell me when.'),
    ('part', 'purpose', null, null, 'flexible', 'Why I call', 'The reason for my call: your last order was {days} days ago, and I would like to understand why.'),
    ('part', 'questions', null, null, 'flexible', 'Two questions', 'What made you stop? And what can we do so that you change your mind?'),
    ('part', 'whys', null, null, 'flexible', 'Five times why', 'Why was that so? Ask on, up to five times, until something comes that nobody had said before. Listen; do not explain.'),
    ('part', 'own-words', null, null, 'flexible', 'In his words', 'If I have understood you: … Is that so?'),
    ('part', 'options', null, null, 'flexible', 'Three ways, one recommended', 'There are three ways: … In your place I would take the second, because …'),
    ('part', 'agreement', null, null, 'flexible', 'Agree', 'Shall we do it that way? When: this week or the next one?'),
    ('part', 'summary', null, null, 'flexible', 'Sum up', 'So I do … until …, and you … Then we speak again on … Is anything missing?'),
    ('part', 'thanks', null, null, 'flexible', 'Thank, and only now apologise', 'Thank you for telling me so openly. I am sorry that it came to this; I see to it that it does not happen again. You get a line from me today.'),
    -- the same, to be read out
    ('part', 'opening', null, null, 'rigid', 'Greet', 'Good day, {name}. My name is {rep}, I call for {firm}.'),
    ('part', 'convenient', null, null, 'rigid', 'Is it convenient?', 'May I take three minutes of your time, or shall I call you at another hour? Which one?'),
    ('part', 'purpose', null, null, 'rigid', 'Why I call', 'I call because you have ordered {goods} from us and nothing since. That was {days} days ago.'),
    ('part', 'questions', null, null, 'rigid', 'Two questions', 'What made you stop ordering? What would have to change for you to order again?'),
    ('part', 'own-words', null, null, 'rigid', 'In his words', 'I write down: … Have I got that right?'),
    ('part', 'options', null, null, 'rigid', 'What we offer', 'I can offer you this: … It holds until …'),
    ('part', 'agreement', null, null, 'rigid', 'Agree', 'May I book it for you now?'),
    ('part', 'summary', null, null, 'rigid', 'Sum up', 'We have agreed on … You get it in writing today.'),
    ('part', 'thanks', null, null, 'rigid', 'Thank', 'Thank you for your time, and I am sorry for the trouble. Good-bye, {name}.'),
    -- other work than the first call
    ('part', 'purpose', null, 'thank_you', null, 'Thank for the order', 'I call to thank you: your order is with us. Is everything as you wanted it this time?'),
    ('part', 'questions', null, 'thank_you', null, 'Ask how it went', 'What was good, and what could we have done better? Is there anything you still miss?'),
    ('part', 'purpose', null, 'far_contact', null, 'An occasion', 'We spoke half a year ago and you had decided otherwise. I call with something new: …'),
    ('part', 'purpose', null, 'call_back', null, 'As agreed', 'You asked me to call at this hour: here I am.'),
    ('part', 'purpose', null, 'meeting', null, 'The meeting', 'Thank you for the time. I would like to hear first how you see it; then I tell you what we have done.'),
    ('part', 'purpose', null, 'promise', null, 'Our promise', 'I had promised you something for today, and here it is: …'),
    ('part', 'opening', null, 'voicemail', null, 'Leave a message', 'Good day, {name}. It is {day}. This is {rep} of {firm}, number {phone}. I call about your last order and try again tomorrow morning. Once more: {rep}, {phone}. Slowly, twenty seconds at most.'),
    -- by reason: why we call, and what can be offered
    ('part', 'options', 'price', null, null, 'Too dear', 'What would the price have to be, and for what amount? Show what is in it; then a smaller pack, a yearly amount, or a discount for coming back. A lower price only for something in return.'),
    ('part', 'options', 'cheaper', null, null, 'Found it cheaper', 'Is it the same, with delivery and service? Lay both side by side. Where we are dearer: say so, and say what for. Then a discount on the next order, once.'),
    ('part', 'options', 'conditions', null, null, 'Better conditions elsewhere', 'Which condition decides: term of payment, minimum, delivery? Offer the one that costs us least and helps him most.'),
    ('part', 'options', 'competitor', null, null, 'A competitor was more persistent', 'He was there more often; that is fair. Offer a fixed person, a fixed day in the month, and the next order without risk.'),
    ('part', 'options', 'specialist', null, null, 'Their specialist is more pleasant', 'Offer another person of ours, and a meeting of the two before anything is sold.'),
    ('part', 'options', 'indifferent', null, null, 'Does not mind whom to buy from', 'Make it the easiest: standing order, one click, delivery without charge.'),
    ('part', 'options', 'quality', null, null, 'Quality', 'Ask for the piece and the date. Replace it first, then offer better goods at the old price, and a sample of the next lot.'),
    ('part', 'options', 'service', null, null, 'Service', 'Not a discount: better service. One person who is responsible, a number that is answered, an answer the same day.'),
    ('part', 'options', 'delivery', null, null, 'Delivery', 'Say what has been changed with the carrier and since when. Offer a fixed day, news on the way, and delivery without charge for the next three orders.'),
    ('part', 'options', 'rep', null, null, 'Our representative', 'Do not defend him. Offer another person, introduce him, and say who is responsible from today on.'),
    ('part', 'options', 'politeness', null, null, 'Politeness', 'Let him tell it to the end. The head writes by hand; then another person, and a small something that money cannot buy.'),
    ('part', 'options', 'forgotten', null, null, 'Forgotten by us', 'Say it plainly: we have not been in touch. Agree how often he wants to hear from us, and by which way.'),
    ('part', 'options', 'rules', null, null, 'New rules of ours', 'Which rule, and what does it cost him? Tell him the benefit he may not know. Exceptions only within your limit.'),
    ('part', 'options', 'product-gone', null, null, 'The product is gone', 'Name two that come near, send a sample of each, and tell him first when something like it comes.'),
    ('part', 'options', 'taste', null, null, 'Taste', 'A sample of another sort, without charge and without an order.'),
    ('part', 'options', 'equipment', null, null, 'Equipment', 'Ask what he has now. A check of it at his place, then an exchange or a loan.'),
    ('part', 'options', 'our-fault', null, null, 'Our fault', 'Admit it, say what was wrong and what is repaired. Make it right, and then a little more than right.'),
    ('part', 'options', 'moved', null, null, 'Moved', 'Who of us is near him now? Hand him over by name, today. A firm that refuses may have a private need.'),
    ('part', 'options', 'person-gone', null, null, 'The buyer is gone', 'Who decides now? Ask for the name and how to say it. Begin as with a new customer, with what his firm has had from us.'),
    ('part', 'options', 'other', null, null, 'Something else', 'Ask once more why. Offer nothing before you know it: a date for the answer is enough.'),
    -- closed questions and open ones in their place (CAL-24)
    ('question', 'satisfied', null, null, null, 'Were you satisfied with us?', 'What did you like about working with us, and what not?'),
    ('question', 'need', null, null, null, 'Do you need anything?', 'What are you going to need in the next three months?'),
    ('question', 'price', null, null, null, 'Was it too dear?', 'How do you compare what you pay with what you get?'),
    ('question', 'other', null, null, null, 'Do you buy from somebody else?', 'Who covers it for you now, and what do they do better?'),
    ('question', 'decides', null, null, null, 'Do you decide about it?', 'Who decides about it with you, and what matters to them?'),
    ('question', 'again', null, null, null, 'Would you order again?', 'What would have to happen first for you to order again?'),
    -- objections (CAL-25, CAL-37)
    ('objection', 'high-price', 'price', null, null, 'It is too dear', 'Compared with what? Let us take your last order and see what is in the price. If it is still too much: which part could you do without?'),
    ('objection', 'vanished', 'product-gone', null, null, 'What I bought is gone', 'You are right, we no longer have it. Two come near it. May I send you both, to try, without charge?'),
    ('objection', 'again-bad', 'service', null, null, 'It went wrong again and again', 'That was our fault, more than once. This has been changed since: … You get my own number: next time you call me.'),
    ('objection', 'attack', 'competitor', null, null, 'Others say you are …', 'I do not speak about others. Let me show you how it is with us: ask any of these three customers.'),
    ('objection', 'no-time', null, null, null, 'I have no time', 'I believe you. When is it better: tomorrow at nine or at four? I call.'),
    ('objection', 'send', null, null, null, 'Send me something', 'Gladly. So that it fits: which one of these two matters more to you? You have it today; I call on …'),
    ('objection', 'think', null, null, null, 'I have to think about it', 'Of course. What do you still need for it? I call tomorrow and ask how far you are.'),
    ('objection', 'anger', null, null, null, 'He is angry', 'Let him finish. Say what you have understood. Ask what he holds to be fair, and look for the middle; do not argue about who was right.'),
    -- words (CAL-26)
    ('avoid', 'problem', null, null, null, 'problem', 'question, or: what happened'),
    ('avoid', 'complaint', null, null, null, 'complaint', 'what you have told us'),
    ('avoid', 'how-are-you', null, null, null, 'How are you? (to a stranger)', 'his name, and the reason for the call'),
    ('avoid', 'dont-know-me', null, null, null, 'You do not know me', 'your name and the firm'),
    ('avoid', 'sorry-first', null, null, null, 'Sorry (as the first word)', 'ask and listen; the apology comes at the end'),
    ('avoid', 'but', null, null, null, 'Yes, but', 'Yes, and'),
    ('avoid', 'must', null, null, null, 'You must', 'It would help us if'),
    ('avoid', 'call-me', null, null, null, 'Call me when you have time', 'I call you, on …'),
    -- tips (CAL-39)
    ('tip', 'fifteen', null, null, null, 'Fifteen seconds', 'The first fifteen seconds decide whether he listens: name, firm, reason.'),
    ('tip', 'smile', null, null, null, 'Sit up', 'Sit upright and smile: it is heard.'),
    ('tip', 'name', null, null, null, 'His name', 'Say his name at the beginning, once in between and at the end.'),
    ('tip', 'agree', null, null, null, 'Do you agree?', 'Ask it after each point: small agreements make the large one.'),
    ('tip', 'three', null, null, null, 'Three times', 'What matters is said three times: at the beginning, in the middle, at the end.'),
    ('tip', 'pause', null, null, null, 'Be silent', 'After a question wait. Whoever speaks first gives way.'),
    ('tip', 'ending', null, null, null, 'The end', 'End politely, firmly and completely: what, who, when.'),
    -- help beside the fields (OPS-09)
    ('advice', 'aim', null, null, null, 'The aim of a call', 'Write it down before you dial. A good aim is one sentence that can be true or false afterwards.'),
    ('advice', 'reason', null, null, null, 'Stated and real reason', 'The first reason is often polite. Ask why once more, up to five times; mark what you only guess.'),
    ('advice', 'severity', null, null, null, 'How bad', 'In his eyes, not in ours: late by a day is a trifle, a stopped project is a problem, his career is a catastrophe.'),
    ('advice', 'promise', null, null, null, 'Promises', 'Promise only what you can do yourself, with a day. A broken promise costs more than none.'),
    ('advice', 'offer', null, null, null, 'Offers', 'Who left over the price takes a discount, who left over the service takes better service. Both at once rarely pay.'),
    ('advice', 'attempts', null, null, null, 'Attempts', 'A return at the first attempt is a miracle. Plan several, at other hours of the day, and never fewer than planned.'),
    ('advice', 'returned', null, null, null, 'When is he back?', 'Only when he has bought. Kind words and visits count nothing.'),
    ('advice', 'fragile', null, null, null, 'The fragile year', 'Who has come back forgives nothing. Ask after the first order, keep every promise, remind yourself why he left.')
  ) as shipped (kind, code, reason, work, style, title, words);
update script_text set shipped_title = title, shipped_words = words;

-- How a script is meant unless the caller chooses otherwise (CAL-23): rigid for simple goods, flexible for complex ones.
alter table firm add column script_style text not null default 'flexible' check (script_style in ('rigid', 'flexible'));
