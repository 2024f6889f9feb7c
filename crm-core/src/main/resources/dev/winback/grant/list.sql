-- Offers, the newest first, keyset-paged by number.
select g.id, g.loss as lapse, c.ref, c.display_name as customer, g.kind, g.plus, g.asked_percent, g.percent, g.asked_fixed,
       g.fixed, g.debt, g.prepaid, g.order_mean, g.floor_percent, g.cost, g.margin_after, g.currency, g.stands as state, g.known_reason as reason,
       case when :notes then g.note end as note, case when :notes then g.word end as word,
       asker.name as asked_by, g.asked_at,
       (select m.name from member m where m.id = g.decided_by) as decided_by, g.decided_at,
       (select m.name from member m where m.id = g.given_by) as given_by, g.given_at, g.answer_by, g.valid_until,
       (select k.code from coupon k where k.grant_id = g.id) as coupon
/*where*/
  and /*loss*/
  and g.id < :before
order by g.id desc
limit :limit
