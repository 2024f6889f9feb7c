-- Who of the due customers gets the letter and who does not, because, and from which day on not any more; reads only. Follows
-- judged.sql and what it is shown with. What a day is read from is looked up for the rows of the page alone.
select p.lapse_id, p.rung, p.ref, p.display_name, p.reason,
       case p.reason
         when 'COOL_DOWN' then (select l.not_before from lapse l where l.id = p.lapse_id)
         when 'REP_TALKING' then (select l.letters_rest_until + 1 from lapse l where l.id = p.lapse_id)
         when 'DISCOUNT_RUNS' then (select max(k.valid_until) + 1 from coupon k
                                     where k.customer_id = p.customer_id and k.grant_id is not null and k.percent > 0
                                       and k.redeemed_at is null and k.void_at is null)
         else (p.until at time zone :zone)::date
       end as until
  from (select j.lapse_id, j.rung, j.customer_id, j.ref, j.display_name, j.reason, j.until
          from shown j
         where j.lapse_id > :after
           and (:because::text is null or j.reason = :because)
           and case :part when 'gets' then j.reason is null when 'does-not' then j.reason is not null else true end
         order by j.lapse_id
         limit :limit) p
 order by p.lapse_id
