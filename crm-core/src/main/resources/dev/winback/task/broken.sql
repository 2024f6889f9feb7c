-- Promises of a member whose day is over and that nobody has made good.
select count(*) from (/*promise*/) p where p.member_id = :member and p.waiting and p.state = 'broken'
