-- Past moves by month.
insert into lapse_tally (kind, currency, month, n, money)
select 'past-' || kind, '', (extract(year from day) * 12 + extract(month from day))::int, count(*), 0
  from past_move
 group by 1, 3
