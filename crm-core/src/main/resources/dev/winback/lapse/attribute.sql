-- Who bought again (RET-01) and who earned it. For each lapse that a purchase can close: the first counting purchase
-- from its opening day on and before the next lapse opened. Everything is computed from the facts as they are known now
-- and only differences are written, so the order in which facts arrive does not matter and a refund takes the return back.
-- Credit (rules.md): the coupon used, else the last touch in the 60 days before the purchase, else none. Days are counted
-- in the firm's zone, never in the session's; of a purchase of which only the day is known a touch of that day came first. Equal moments go by source and own id: the key is an order of arrival.
with touched as (
  select l.id, l.customer_id, l.stage, l.stage_before, l.returned_on, l.return_purchase_id, l.credit, l.credit_id, l.credit_member,
         l.stage in (/*won stages*/) as was_returned,
         l.opened_on::timestamp at time zone :zone as from_moment,
         coalesce((select min(n.opened_on) from lapse n
                   where n.customer_id = l.customer_id and n.number > l.number
                     and n.stage not in ('FALSE_ALARM', 'MERGED')), :today + 1)::timestamp at time zone :zone as until_moment
  from lapse l
  where l.stage in (/*open stages*/, /*won stages*/,
                    'REFUSED', 'UNREACHABLE', 'TWICE_LOST')
    and /*whose*/
), bought as (
  select t.*, p.id as purchase_id, bought_by(p.purchased_at, p.received_at, :zone) as bought_by, (p.purchased_at at time zone :zone)::date as day, p.coupon
  from touched t
  left join lateral (
    select p.id, p.purchased_at, p.received_at, p.coupon
    from purchase p
    where p.customer_id = t.customer_id and p.counting
      and p.purchased_at >= t.from_moment and p.purchased_at < t.until_moment
    order by p.purchased_at, p.source, p.external_id
    limit 1) p on true
), credited as (
  select b.*,
         case when b.purchase_id is null then null
              when k.code is not null then 'coupon'
              else coalesce(touch.credit, 'none') end as new_credit,
         coalesce(k.letter_id, touch.id) as new_credit_id,
         case when k.code is null then touch.member_id else given.given_by end as new_credit_member
  from bought b
  left join lateral (
    -- the one that the order names, else one used at the till for it
    select c.code, c.letter_id, c.grant_id
    from coupon c
    where c.customer_id = b.customer_id
      and (c.code = upper(trim(b.coupon))
           or c.purchase_id is null and c.redeemed_at is not null
              and coupon_order(c.customer_id, null, c.redeemed_at, :zone) = b.purchase_id)
    order by c.purchase_id is null and c.code is distinct from upper(trim(b.coupon)), c.redeemed_at desc, c.code
    limit 1) k on true
  -- whoever gave the offer has earned what its coupon brings
  left join offer_grant given on given.id = k.grant_id
  left join lateral (
    select touched_at, id, credit, member_id
    from (
      select c.contacted_at as touched_at, c.id, 'call' as credit, c.member_id, c.source, c.external_id
      from contact c
      where c.customer_id = b.customer_id and c.reached and (c.direction = 'out' or c.channel = 'phone')
      union all
      select m.sent_at, m.id, 'letter', null, null, null
      from letter m
      -- a survey asks, a farewell lets go, a wish and a notice offer nothing: they earn no return
      where m.customer_id = b.customer_id and m.state = 'SENT'
        and (m.rung >= 0 or m.rung <= /*rung FAULT*/ and m.rung not in (/*rung BIRTHDAY*/, /*rung ANNIVERSARY*/, /*rung RULES*/))
      union all
      -- a letter of the director, on paper
      select d.handed_at, null, 'letter', null, null, null
      from director_letter d
      where d.customer_id = b.customer_id and d.handed_at is not null) touches
    where touched_at < b.bought_by and b.day - (touched_at at time zone :zone)::date <= 60
    order by touched_at desc, credit, source desc, external_id desc, id desc
    limit 1) touch on true
), changed as (
  select c.*,
         case when c.purchase_id is null then coalesce(c.stage_before, 'LATE')
              when c.was_returned then c.stage
              else 'RETURNED' end as new_stage
  from credited c
  where (c.purchase_id is not null or c.was_returned)
    and (c.return_purchase_id, c.returned_on, c.credit, c.credit_id, c.credit_member)
        is distinct from (c.purchase_id, c.day, c.new_credit, c.new_credit_id, c.new_credit_member)
), written as (
  update lapse l
  set stage = c.new_stage,
      stage_before = case when c.purchase_id is null then null
                        when c.was_returned then l.stage_before
                        else l.stage end,
      returned_on = c.day, return_purchase_id = c.purchase_id,
      -- milestones are of one return: without it, or with another one, the night finds them anew
      restored_on = case when c.purchase_id is not null and c.was_returned then l.restored_on end,
      year_on = case when c.purchase_id is not null and c.was_returned then l.year_on end,
      credit = c.new_credit, credit_id = case when c.purchase_id is not null then c.new_credit_id end,
      credit_member = case when c.purchase_id is not null then c.new_credit_member end,
      version = l.version + 1
  from changed c
  where l.id = c.id
  returning l.id, l.stage,
            case when c.purchase_id is null then 'return-void' when c.was_returned then 'return-corrected'
                 else 'returned' end as kind,
            l.credit, l.return_purchase_id
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, kind, jsonb_build_object('stage', stage, 'credit', credit, 'purchase', return_purchase_id)
  from written
)
select id, stage, kind from written order by id
