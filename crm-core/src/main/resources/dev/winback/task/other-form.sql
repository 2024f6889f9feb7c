-- The same form was sent for this task with another content: one of a program carries the hash of its body behind its key.
select exists (select from call
                where task_id = :task and undone_at is null and form <> :form
                  and regexp_replace(form, '#[0-9a-f]{64}$', '') = regexp_replace(:form, '#[0-9a-f]{64}$', ''))
