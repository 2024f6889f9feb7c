-- beside lost-where.sql: of which this member has an open task
  and l.id in (select coalesce(o.merged_with, o.id)
                 from task t
                 join lapse o on o.id = t.lapse_id
                where t.member_id = :member and t.state = 'open')
