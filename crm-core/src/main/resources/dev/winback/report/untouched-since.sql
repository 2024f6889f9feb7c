-- The day after which nobody may have acted on a loss that is untouched: so many days before the last night as the firm says.
select max(n.day) - min(p.untouched_days) from night n cross join programme p where n.finished_at is not null
