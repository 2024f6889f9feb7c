-- A month is long enough to look something up or to send it again.
delete from webhook_delivery where done_at < clock_timestamp() - interval '30 days'
