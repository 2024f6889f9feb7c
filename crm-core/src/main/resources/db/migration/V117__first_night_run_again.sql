-- The first night stays the first one while it is run again: its state is running then, and when it finished is kept. Without that a start page
-- of the first day fell back to other figures until the second run was done.
create or replace view first_night as
  select cast(date_trunc('month', n.day) as date) as month, n.day
    from (select min(day) as day from night where state = 'done' or finished_at is not null) n;
