-- What was done for a loss up to now, in whichever record of the customer; a call that was taken back is none.
select calls_made(:lapse) as calls,
       (select count(*) from letter t where t.lapse_id in (select parts_of(:lapse)) and t.state = 'SENT') as letters
