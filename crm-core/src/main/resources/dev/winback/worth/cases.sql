-- What is known of losses at a moment, one row each: what the chance to win somebody back goes by (science.md, "Whom to win
-- back first"). The moments come from the statement that is put in; each look-up is one index range of one customer. Of a loss whose
-- outcome is known nothing counts that came with the first contact or after it, nor what has no day (how often he referred others,
-- whether the answer to his complaint satisfied him): who is back was told more of, and a chance learnt from that is learnt from the future.
select moment.lapse_id as lapse, l.customer_id as customer, l.currency, moment.day, moment.channel, moment.contacts, moment.percent,
       moment.returned, moment.day - l.silent_since as silent_days,
       v.visits, v.first_purchase, v.last_purchase, v.repeat_mean, v.revenue, v.currency as paid_in,
       w.reason, w.problem, w.guess, coalesce(w.human, complained.human, false) as human,
       coalesce(w.human, complained.human) is not null as human_known,
       coalesce(w.severity, complained.severity) as severity,
       moment.returned is null and c.referrals > 0
         or exists (select from referral r
                     where r.customer_id = c.id and (r.referred_at at time zone :zone)::date < moment.day) as referred,
       complained.all_of_them as complaints, complained.unresolved,
       (select count(*) from contact x
         where x.customer_id = c.id and x.direction = 'out' and not x.reached
           and (x.contacted_at at time zone :zone)::date >= l.opened_on
           and (x.contacted_at at time zone :zone)::date < moment.day)
         + (select count(*) from letter t
             where t.customer_id = c.id and t.lapse_id = l.id and t.state = 'SENT'
               and (t.sent_at at time zone :zone)::date < moment.day) as attempts,
       exists (select from lapse e
                where e.customer_id = l.customer_id and e.number <= l.number and e.lost_by = moment.member
                  and e.stage <> 'FALSE_ALARM') as by_loser,
       exists (select from lapse e
                where e.customer_id = c.id and e.number < l.number and e.returned_on is not null
                  and e.credit in ('coupon', 'letter', 'call')) as lost_twice,
       l.stage, moment.grant_kind, moment.grant_percent, moment.grant_cost
  from (/*moments*/) moment
  join lapse l on l.id = moment.lapse_id
  join customer c on c.id = l.customer_id
  join customer_value v on v.customer_id = c.id
  left join lateral (
    -- as why_of, of what was told before
    select k.reason, k.problem, k.human, k.severity, k.said_by
      from finding k
     where k.lapse_id in (select l.id union all select m.id from lapse m where m.merged_with = l.id)
       and k.undone_at is null and k.told_at < moment.before
     order by k.lapse_id <> l.id, k.id desc
     limit 1) f on true
  left join lateral (
    select f.reason, coalesce(f.problem, r.problem) as problem, f.human, f.severity, coalesce(f.said_by = 'guess', false) as guess
      from (select 1) one left join reason r on r.code = f.reason) w on true
  left join lateral (
    select count(*) as all_of_them,
           count(*) filter (where p.resolved_at is null or p.resolved_at >= moment.before
                                  or moment.returned is null and p.satisfied is false) as unresolved,
           max(p.severity) as severity, bool_or(p.human) as human
      from complaint p
     where p.customer_id = c.id and (p.complained_at at time zone :zone)::date < moment.day) complained on true
 order by moment.lapse_id
