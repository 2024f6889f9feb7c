-- What waits for a second pair of eyes; :rung null: all of them.
select a.id, a.rung, a.backlog, a.letters, a.template_id, a.asked_by, m.name as asker, a.asked_at
  from activation a
  join member m on m.id = a.asked_by
 where a.decided_at is null and (:rung::int is null or a.rung = :rung)
 order by a.id
