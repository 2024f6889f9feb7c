insert into call (task_id, lapse_id, customer_id, member_id, result, note, form, reason, severity, promise, detail,
                  called_at, before)
values (:task, :lapse, :customer, :member, :result, :note, :form, :reason, :severity, :promise, :detail,
        :now, :before::jsonb)
returning id
