-- The no that a run told goes with the run, once no record of the mailbox says it any more: not this customer, who is what
-- he was before, and no other one. Asked after each range of customers; the last record of a mailbox lifts it. A no of a
-- run that was taken back before goes too, if a later run alone had kept it. The person's own words are of no run.
with mailbox as (
  select distinct address_hash(m.email) as hash, lower(btrim(m.email)) as address
  from unnest(:addresses::text[]) as m (email)
), lifted as (
  update suppression p
     set lifted_at = clock_timestamp()
    from mailbox m
   where p.address_hash = m.hash and p.lifted_at is null
     and (p.import_id = :import or p.import_id = any (:gone::bigint[]))
     and not exists (select from customer c
                      where lower(c.email) = m.address and c.erased_at is null
                        and (p.reason = 'no_consent' and c.email_consent is false
                             or p.reason = 'objection' and c.status = 'never_contact'))
  returning p.id, m.hash, m.address, p.created_at
)
select address, min(created_at) as since
from lifted l
-- letters of a mailbox that something else stops stay ended
where not exists (select from suppression p
                   where p.address_hash = l.hash and p.lifted_at is null and p.id not in (select id from lifted))
group by address
order by address
