-- A loss and what became part of it when two records of one customer were merged.
create function parts_of(lapse bigint) returns setof bigint rows 1 stable parallel safe language sql
begin atomic
  select parts_of.lapse
  union all
  select m.id from lapse m where m.merged_with = parts_of.lapse;
end;

-- The calls that a loss has had, whichever record of the customer they were made for; one that was taken back is none. In
-- plpgsql, which keeps its plan: one in SQL is planned by each statement that names it (1 to 3 ms).
create function calls_made(lapse bigint) returns integer stable parallel safe language plpgsql as $$
begin
  return (select count(*)::integer from call k where k.lapse_id in (select parts_of(calls_made.lapse)) and k.undone_at is null);
end $$;

-- The contacts that a loss gets: as fixed or raised, the most of its parts, else by the class of the customer.
create or replace function planned_contacts(lapse bigint) returns integer stable parallel safe language plpgsql as $$
begin
  return coalesce(
           (select max(p.planned) from contact_plan p where p.lapse_id in (select parts_of(planned_contacts.lapse))),
           (select case when g.abc = 'A' or g.vip then s.plan_a when g.abc = 'B' then s.plan_b else s.plan_other end
              from work_setting s
              cross join lapse l
              left join customer_category g on g.customer_id = l.customer_id
             where l.id = planned_contacts.lapse));
end $$;

-- CAL-34: the handover that a call has made, so that it is taken back with the call.
alter table call add column handover_id bigint references handover;

-- Who had a promise before it went to whoever works on the loss that its own became part of.
alter table task add column member_before bigint references member;
