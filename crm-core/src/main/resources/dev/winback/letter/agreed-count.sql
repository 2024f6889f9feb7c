-- How many the list of confirmations has.
select count(*)
  from (/*agreed*/) a
 where a.state is not null
   and (:state = 'all' or a.state = :state)
-- if member
   and a.member_id = :member
-- end
