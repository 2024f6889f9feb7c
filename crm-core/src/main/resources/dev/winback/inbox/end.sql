-- What came of it. Who wrote what is kept only of what a person has to look at.
update arrival
   set state = :state, letter_id = :letter, severity = :severity, status = nullif(:status, ''),
       sender  = case when :state = 'unmatched' then nullif(:sender, '') end,
       subject = case when :state = 'unmatched' then nullif(:subject, '') end,
       words   = case when :state = 'unmatched' then nullif(:words, '') end,
       message_id = case when :state = 'unmatched' then nullif(:message, '') end
 where id = :id
