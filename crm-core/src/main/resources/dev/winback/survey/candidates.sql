-- Whom a survey could reach, the dearest first, behind them whom it does not, and why. The gate of all letters asks again at the time of
-- sending; here people see before they decide. Departed is also who said his final no, was not wanted, is twice lost or could not be reached, until he buys
-- again: no letter of a loss that is closed leaves, so he is named as one to ask on the telephone (UND-13).
with ended as (
  select l.customer_id, max(l.id) as lapse
    from lapse l
   where :kind = 'departed' and l.stage in ('REFUSED', 'NOT_WANTED', 'TWICE_LOST', 'UNREACHABLE')
     and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED')
     and not exists (select from purchase p
                      where p.customer_id = l.customer_id and p.counting and p.purchased_at >= l.opened_on::timestamp at time zone :zone)
   group by l.customer_id
)
select customer, lapse, ref, name, because
  from (
select c.id as customer, coalesce(l.id, e.lapse) as lapse, c.ref, c.display_name as name,
       case
         when exists (select from survey_invitation i where i.survey_id = :survey and i.customer_id = c.id) then 'invited'
         -- another round, or another survey of this kind (MEA-16)
         when :kind <> 'departed'
              and exists (select from survey_invitation i
                        join survey o on o.id = i.survey_id and o.kind = :kind and o.id <> :survey
                       where i.customer_id = c.id and i.invited_at >= (:today::date - :rest + 1)::timestamp at time zone :zone) then 'asked-lately'
         when :kind = 'departed' and l.id is null and e.lapse is null then 'not-lost'
         when :kind <> 'departed' and (l.id is not null or c.id in (select let_go(:zone))) then 'lost'
         when c.status <> 'active' then 'person-inactive'
         when l.id is null and e.lapse is not null then 'let-go'
         when not sendable(c.email) then 'no-address'
         when exists (select from suppression s where s.address_hash = address_hash(c.email) and s.lifted_at is null) then 'stop-list'
         -- an address that was typed into a cart is no basis, and neither is a purchase that was never made
         when not coalesce(c.email_consent, (select soft_opt_in(:softOptIn)) and coalesce(v.purchases, 0) > 0) then 'no-basis'
         when c.preferred_channel <> 'email' then 'other-channel'
       end as because, coalesce(l.value_year, v.value_year) as value
  from customer c
  left join lapse l on l.customer_id = c.id and l.stage in (/*open stages*/)
  left join ended e on e.customer_id = c.id
  left join customer_value v on v.customer_id = c.id
  left join limit_of_kind k on k.kind = c.kind
 where c.erased_at is null and c.merged_into is null and /*visible*/
   and case :target
         when 'unasked' then coalesce(l.id, e.lapse) is not null and not exists (select from why_of(coalesce(l.id, e.lapse)) w where w.reason is not null)
         when 'lost' then coalesce(l.id, e.lapse) is not null
         when 'loyal' then l.id is null and v.purchases >= 3 and v.last_purchase > :day::date - coalesce(k.first_class, (select first_class('')))
         when 'active' then l.id is null and v.last_purchase > :day::date - coalesce(k.lost_limit, (select lost_limit('')))
         else c.ref = any (:refs)
              or c.id in (select r.merged_into from customer r where r.ref = any (:refs))
              or c.id in (select a.customer_id from customer_alias a where a.source = '' and a.number = any (:refs)) end
) candidates
 order by because is not null, value desc nulls last, customer
 limit :limit
