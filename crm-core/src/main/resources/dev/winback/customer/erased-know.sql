-- The numbers are erased up to the day of that time, not of today: what happened since brings whoever has one back.
insert into erased_ref (ref_hash, until)
select * from unnest(:hashes::text[], :untils::timestamptz[])
on conflict (ref_hash) do update set until = excluded.until, back_id = null
