-- Nothing arrived for five days, or the receiver said 410: switched off, and the page says why.
update webhook
   set active = false, version = version + 1, disabled_reason = case when :gone then 'gone' else 'failing' end
 where id = :webhook and active and (:gone or failing_since < clock_timestamp() - interval '5 days')
returning disabled_reason
