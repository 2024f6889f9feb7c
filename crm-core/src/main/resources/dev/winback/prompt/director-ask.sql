-- A letter of the director for a loss, unless it or what is part of it has one.
insert into director_letter (lapse_id, customer_id, envelope, body, courier, asked_by, asked_at)
select :lapse, :customer, :envelope, :body, :courier, :member, :now
 where not exists (select from director_letter o where o.lapse_id in (select parts_of(:lapse)) and o.dropped_at is null)
on conflict (lapse_id) where dropped_at is null do nothing
returning id
