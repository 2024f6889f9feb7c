-- Whom we let go: his last loss ended by his final no, by ours, or as the second one (DEC-27), and he has not bought since; or
-- he said no, or we did, while no loss of his was there to end, and he has not bought since: after a return or another end, or
-- before any loss. No letter and no care call is for him; a farewell, a repentance, what was agreed and a change of rules are. A merged
-- loss is no loss of its own. In a statement about few customers it is asked with offset 0, or all of them might be gathered first.
create function let_go(zone text) returns setof bigint stable parallel safe language sql as $$
  select l.customer_id
    from lapse l
   where l.stage in ('REFUSED', 'NOT_WANTED', 'TWICE_LOST')
     and not exists (select from lapse n
                      where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED')
     and not exists (select from purchase p
                      where p.customer_id = l.customer_id and p.counting
                        and p.purchased_at >= l.opened_on::timestamp at time zone zone)
  union all
  select k.customer_id
    from contact k
   where k.result in ('final_no', 'not_wanted')
     and not exists (select from purchase p
                      where p.customer_id = k.customer_id and p.counting and p.purchased_at > k.contacted_at)
     and not exists (select from lapse l
                      where l.customer_id = k.customer_id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
                        and not exists (select from lapse n
                                         where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED'))
$$;

-- It ended because we refused the customer, and comes back when we work with him again.
alter table task add column ended_with_customer boolean not null default false;

-- What a call was before an offer moved it, and where to: when the offer is taken back within that, it is so again.
alter table task add column before_offer jsonb;

-- The contact that said that he has left his firm (UND-24): without it he is there again.
alter table person add column left_contact bigint;
