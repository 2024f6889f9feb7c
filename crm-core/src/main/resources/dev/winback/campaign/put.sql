-- Losses go on the list once; one that was merged into another goes on it as that one.
insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
select distinct :id, l.id, l.customer_id, :now::timestamptz
from lapse o
join lapse l on l.id = coalesce(o.merged_with, o.id)
where o.id = any (:lapses)
on conflict do nothing
