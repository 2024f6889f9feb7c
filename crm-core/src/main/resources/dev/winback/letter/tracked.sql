-- Which of the claimed letters may say that they were read: their readers have agreed, and they are no letters that are
-- answered by a link of their own.
-- A reminder of a cart leads to that cart, which no number of a template names.
-- What it says is kept, because clicks and openings are counted of these letters and of no others (LET-30); a letter that
-- came back and leaves again after its reader's "no" is none of them any more.
with told as (
select l.id, may_track(l.customer_id, true) as clicks,
       may_track(l.customer_id, false) and exists (select from rung_pixel p where p.rung = l.rung) as opens
  from letter l
 where l.id = any (:ids) and l.invitation_id is null and l.confirmation_call is null and l.rung not between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/
   and exists (select from tracking_consent t where t.customer_id = l.customer_id)
), kept as (
  insert into letter_tells (letter_id, clicks, opens)
  select id, clicks, opens from told where clicks or opens
  on conflict (letter_id) do update set clicks = excluded.clicks, opens = excluded.opens
), silent as (
  delete from letter_tells k where k.letter_id = any (:ids) and not exists (select from told t where t.id = k.letter_id and (t.clicks or t.opens))
)
select id, clicks, opens from told
