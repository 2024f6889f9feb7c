-- Whom we let go: his last loss ended by his final no, by ours, or as the second one (DEC-27), and he has not bought since. No
-- letter and no care call is for him; a farewell, a repentance, what was agreed and a change of rules are. A merged loss is no
-- loss of its own. In a statement about few customers it is asked with offset 0, or all of them might be gathered first.
create function let_go(zone text) returns setof bigint stable parallel safe language sql as $$
  select l.customer_id
    from lapse l
   where l.stage in ('REFUSED', 'NOT_WANTED', 'TWICE_LOST')
     and not exists (select from lapse n
                      where n.customer_id = l.customer_id and n.number > l.number and n.stage <> 'MERGED')
     and not exists (select from purchase p
                      where p.customer_id = l.customer_id and p.counting
                        and p.purchased_at >= l.opened_on::timestamp at time zone zone)
$$;

-- The contact that said that he has left his firm (UND-24): without it he is there again.
alter table person add column left_contact bigint;
