-- May these letters leave now? One row a letter: the leading reason why not (null: it may) and until when, where the
-- reason passes by itself. The same text is asked at the claim and again inside the announcement, so that nothing
-- that changed in between is overlooked. Letters of other nodes count from their announcement on; the caller of an
-- announcement holds the lock of the mailbox, so two letters to one mailbox cannot overlook each other.
select l.id,
       case
         when not (p.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') or (l.rung = 0 and p.stage = 'TWICE_LOST')) then 'LAPSE_CLOSED'
         -- another record of the same person, merged into this one, has got this rung or a higher one (I2)
         when l.rung > 0 and exists (select from lapse m
                                       join letter o on o.lapse_id = m.id
                                      where m.merged_with = l.lapse_id and o.rung >= l.rung
                                        and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'ALREADY_WRITTEN'
         when l.rung = 0 and exists (select from letter o
                                      where o.customer_id = l.customer_id and o.rung = 0 and o.lapse_id <> l.lapse_id
                                        and o.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) then 'ALREADY_WRITTEN'
         when exists (select from purchase q
                       where q.customer_id = l.customer_id
                         and q.counting
                         and q.purchased_at >= ((p.silent_since + 1)::timestamp at time zone :zone)) then 'PURCHASED_SINCE'
         when c.status <> 'active' then 'PERSON_INACTIVE'
         when not sendable(c.email) then 'NO_ADDRESS'
         when s.bounced then 'ADDRESS_BOUNCED'
         when s.stopped then 'STOP_LIST'
         when not coalesce(c.email_consent, :soft_opt_in) then 'NO_BASIS'
         when r.mode = 'off' then 'RUNG_OFF'
         when r.mode = 'review' and l.released_at is null and l.resend_of is null then 'REVIEW'
         when p.letters_rest_until >= :today then 'REP_TALKING'
         when c.preferred_channel <> 'email' then 'OTHER_CHANNEL'
         when f.sending_stopped then 'SENDING_STOPPED'
         when m.same_rung is not null then 'SAME_MAILBOX'
         when m.cap_until > :now then 'CAP'
         when not h.open then 'OUTSIDE_HOURS'
       end as reason,
       case
         when p.letters_rest_until >= :today then (p.letters_rest_until + 1)::timestamp at time zone :zone
         when m.same_rung is not null then m.same_rung + interval '60 days'
         when m.cap_until > :now then m.cap_until
         when not h.open then h.opens_at
       end as until
  from letter l
  join lapse p on p.id = l.lapse_id
  join customer c on c.id = l.customer_id
  join rung r on r.number = l.rung
 cross join firm f
 cross join lateral (
   select bool_or(reason = 'hard_bounce') as bounced, count(*) > 0 as stopped
     from suppression
    where address_hash = address_hash(c.email) and lifted_at is null) s
 cross join lateral (
   -- rungs written to this mailbox for another lapse; 1 letter in 3 days, 4 in 30 days
   select max(o.at) filter (where o.rung = l.rung and o.lapse_id <> l.lapse_id and o.at > :now - interval '60 days') as same_rung,
          greatest(max(o.at) + interval '3 days', (array_agg(o.at order by o.at desc))[4] + interval '30 days') as cap_until
     from (select rung, lapse_id, coalesce(sent_at, announced_at) as at
             from letter
            where address_hash = address_hash(c.email)
              and state in ('ANNOUNCED', 'SENT', 'IN_DOUBT')) o
    where o.rung <> l.rung or o.lapse_id <> l.lapse_id) m
 cross join lateral (
   select z.zone, (:now at time zone z.zone) as local
     from (select zone_or(c.time_zone, :zone) as zone) z) z
 cross join lateral (
   select extract(hour from z.local) * 60 + extract(minute from z.local) as minute) t
 cross join lateral (
   select t.minute >= :from and t.minute < :until as open,
          (z.local::date + case when t.minute < :from then 0 else 1 end + make_interval(mins => :from)) at time zone z.zone as opens_at) h
 where l.id = any(:ids)
