-- Whom a survey could reach, the dearest first, behind them whom it does not, and why. The gate of all letters asks again at the time of
-- sending; here people see before they decide.
select customer, lapse, ref, name, because
  from (
select c.id as customer, l.id as lapse, c.ref, c.display_name as name,
       case
         when exists (select from survey_invitation i where i.survey_id = :survey and i.customer_id = c.id) then 'invited'
         -- another round, or another survey of this kind (MEA-16)
         when :kind <> 'departed'
              and exists (select from survey_invitation i
                        join survey o on o.id = i.survey_id and o.kind = :kind and o.id <> :survey
                       where i.customer_id = c.id and i.invited_at >= (:today::date - :rest + 1)::timestamp at time zone :zone) then 'asked-lately'
         when :kind = 'departed' and l.id is null then 'not-lost'
         when :kind <> 'departed' and (l.id is not null or c.id in (select let_go(:zone))) then 'lost'
         when c.status <> 'active' then 'person-inactive'
         when not sendable(c.email) then 'no-address'
         when exists (select from suppression s where s.address_hash = address_hash(c.email) and s.lifted_at is null) then 'stop-list'
         -- an address that was typed into a cart is no basis, and neither is a purchase that was never made
         when not coalesce(c.email_consent, :softOptIn and coalesce(v.purchases, 0) > 0) then 'no-basis'
         when c.preferred_channel <> 'email' then 'other-channel'
       end as because, coalesce(l.value_year, v.value_year) as value
  from customer c
  left join lapse l on l.customer_id = c.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
  left join customer_value v on v.customer_id = c.id
 where c.erased_at is null and c.merged_into is null and /*visible*/
   and case :target
         when 'unasked' then l.id is not null and not exists (select from why_of(l.id) w where w.reason is not null)
         when 'lost' then l.id is not null
         when 'loyal' then l.id is null and v.purchases >= 3 and v.last_purchase > :day::date - 90
         when 'active' then l.id is null and v.last_purchase > :day::date - 180
         else c.ref = any (:refs)
              or c.id in (select a.customer_id from customer_alias a where a.source = '' and a.number = any (:refs)) end
) candidates
 order by because is not null, value desc nulls last, customer
 limit :limit
