-- What a letter may say about a customer, of his latest lapse.
select * from addressee where ref = :ref order by lapse_id desc limit 1
