-- What was decided about a loss and about those that became part of it, the newest first.
select d.decision, case when :notes then d.reason end as reason, d.silent_days, d.value_year, d.currency, d.chance, d.cost, d.gain,
       m.name as by, d.decided_at, d.undone_at
  from decision_record d
  join member m on m.id = d.member_id
 where d.lapse_id in (select parts_of(:lapse))
 order by d.id desc
 limit 20
