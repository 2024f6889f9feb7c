-- The steps that follow from told contacts, one of a kind for a loss as everywhere. Who cannot be called at the number that we have,
-- or has moved, is not called before that is right, and who has ordered is thanked instead: the call ends, and the night plans the next one.
with step as (
  select * from unnest(:lapses::bigint[], :customers::bigint[], :members::bigint[], :kinds::text[], :days::date[], :weights::numeric[],
                       :contacts::bigint[]) as s (lapse, customer, member, kind, day, weight, contact)
), ended as (
  update task t set state = 'cancelled', closed_at = :now, version = version + 1
    from step s
   where s.kind in ('data_care', 'thank_you') and t.lapse_id = s.lapse and t.kind = 'call' and t.state = 'open'
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight, told_contact)
select lapse, customer, member, kind, 'open', day, weight, contact from step
on conflict (lapse_id, kind) where state = 'open' do nothing
