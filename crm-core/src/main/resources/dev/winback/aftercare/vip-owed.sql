-- How many VIPs wait for a word of each owner, as of this night.
insert into vip_owed (owner_key, waiting)
select coalesce(v.owner_id, 0), count(*) from vip_waiting(:day::date, :zone) v group by 1
