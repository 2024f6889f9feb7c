-- The first night and its month: from there on losses and returns are recorded as lapses.
create view first_night as
  select cast(date_trunc('month', n.day) as date) as month, n.day
    from (select min(day) as day from night where state = 'done') n;
-- Moves are kept up to this day, which is that of the first night.
alter table past_moves add column day date not null default '-infinity';
-- It was asked for again: it runs once more, and what it does is added.
alter table nightly_step add column again boolean not null default false;
