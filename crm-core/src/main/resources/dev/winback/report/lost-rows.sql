-- What the lost list shows of each lapse: the one definition of a lost_row, in the order of its columns. The members' names
-- are not in it (a page reads them all at once), nor what a day makes of it: days of silence, whether he is still fragile.
-- "of" is where a range of customers is put in, in each table, or each slice of the night would read all of them.
select l.id, l.customer_id, c.ref, c.display_name as name, lower(c.display_name) as sort_name, c.city, c.phone, c.email, c.note,
       c.erased_at is not null as erased, l.stage, l.opened_on, l.opened_by, l.silent_since,
       cast(silent.evidence ->> 'class' as integer) as silent_class, late.kind is not null as rhythm,
       -- as the function "fragile" says it: back, and not lost again since
       (select max((r.returned_on + interval '12 months')::date)
          from lapse r
         where r.customer_id = l.customer_id and r.stage in ('RETURNED', 'RESTORED')
           and not exists (select from lapse n
                            where n.customer_id = r.customer_id and n.number > r.number
                              and n.stage not in ('FALSE_ALARM', 'MERGED'))) as fragile_until,
       l.value_year, l.currency, w.chance, w.gain, w.verdict, w.offer_kind, w.percent, w.offer, w.offer_asks,
       c.owner_key, l.lost_by, l.inherited, l.assignee, l.queue_reason, l.later_until,
       -- parts_of, written out: a function would be planned anew by each transaction that touches a customer
       least((select min(t.due_on) from task t where t.lapse_id = l.id and t.state = 'open'),
             (select min(t.due_on) from lapse m join task t on t.lapse_id = m.id and t.state = 'open' where m.merged_with = l.id)) as next_on,
       l.known_reason, l.known_guess, l.competitor_named, l.close_kind,
       /*left*/ as has_left, k.abc, k.xyz, k.vip, k.fallen, k.candidate, k.priority_group,
       -- who sees it beside owner and assignee: whoever works on or won another loss of the customer, or has a task for him
       (select array_agg(distinct x.assignee order by x.assignee)
          from (select y.assignee from (select id, assignee, stage from lapse where customer_id = l.customer_id offset 0) y
                 where y.id <> l.id and y.stage in (/*open stages*/, /*won stages*/)
                union all
                select member_id from task where customer_id = l.customer_id and state = 'open') x
         where x.assignee <> c.owner_key
           and (x.assignee is distinct from l.assignee
                or l.stage not in (/*open stages*/, /*won stages*/))) as more_workers,
       signs.common_signs, signs.rare_signs
from lapse l
join customer c on c.id = l.customer_id /*of c.id*/
left join lapse_worth w on w.lapse_id = l.id
left join customer_category k on k.customer_id = l.customer_id /*of k.customer_id*/
left join signal silent on silent.customer_id = l.customer_id and silent.kind = 'silent' /*of silent.customer_id*/
left join signal late on late.customer_id = l.customer_id and late.kind = 'late' /*of late.customer_id*/
left join lateral (select bit_or(common_sign(kind)) as common_signs, bit_or(rare_sign(kind)) as rare_signs
                     from signal where customer_id = l.customer_id) signs on true
where true /*of l.customer_id*/
