-- DEC-36: the next call of a loss in a pause is due when the pause ends, however often the pause is moved; one that is due
-- later anyway stays. A pause that is ended (:ended) gives back what it has moved, and nothing else.
with paused as (
  select id, case when paused_to = due_on then paused_from else due_on end as planned_on,
         case when paused_to = due_on then paused_from_at else due_at end as planned_at
    from task
   where lapse_id = :lapse and state = 'open' and kind = 'call'
     and (paused_to = due_on or not :ended and due_on < :until)
)
update task t
   set due_on = greatest(p.planned_on, :until),
       due_at = case when p.planned_on >= :until then p.planned_at end,
       paused_from = case when p.planned_on < :until and not :ended then p.planned_on end,
       paused_from_at = case when p.planned_on < :until and not :ended then p.planned_at end,
       paused_to = case when p.planned_on < :until and not :ended then :until end,
       version = t.version + 1
  from paused p
 where t.id = p.id and t.due_on <> greatest(p.planned_on, :until)
