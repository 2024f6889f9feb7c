-- One look, while there is room for it; looks at one letter wait for each other, or two could find the last room.
with turn as materialized (
  select pg_advisory_xact_lock(hashtextextended('winback.hit', :letter)) is null as taken
), kept as (
  insert into letter_hit (letter_id, number, at, machine)
  select :letter, :number, :now, cast(:machine as text)
    from turn
   where (select count(*) from letter_hit where letter_id = :letter) < :most
  returning id
)
select count(*) from kept
