-- One sharing of a campaign at a time; what a killed node had is free after five minutes. By the database's clock.
update campaign set share_until = clock_timestamp() + interval '5 minutes'
 where id = :campaign and removed_at is null and (share_until is null or share_until < clock_timestamp())
